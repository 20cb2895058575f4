// Votes on themes: dots, places and opinions by thumb and by plain forms, and the reveal step by step.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { PHONE, begin, join, next, opened, picture, press, promptOf, until } from './room.mjs';
import { items, kinds, scales } from './postcard.mjs';
import { launch, misfits, open, serve } from './server.mjs';

const THEMES = {
  'Mentors are paid': ['Pay mentors for their time', 'Give every mentor a sabbatical'],
  'Mentors learn from each other': ['Train new mentors in pairs', 'An hour a month among mentors only'],
  'إرشاد لكل متدرب': ['مرشد لكل متدرب جديد', '指導者も指導されるべきだ'],
  Rechtsschutzversicherungsgesellschaftsmentoring: ['Cover mentors who are sued', 'Translate the guides'],
};
const WALL = { viewport: { width: 1920, height: 1080 } };

let server;
let origin;
let browser;
let panel;
let prompt;
let people;
let wall;
before(async () => {
  server = await serve({ demo: false });
  origin = server.announced.listening;
  browser = await launch();
  panel = await begin(browser, origin, server);
  await next(panel.page, 'Open');
  // Three groups: of the third nothing is told, since it would tell of those who are in none.
  const about = (place) => ({ constituency: String(1 + (place % 3)) });
  people = await Promise.all(Array.from({ length: 18 }, (_, place) => Attendee.join(origin, panel.code, about(place))));
  const words = Object.values(THEMES).flat();
  for (const [place, text] of words.entries()) await people[place].write(text);
  prompt = await promptOf(panel);
  const desk = panel.page.context().request;
  const page = await (await desk.get(`${panel.console}/themes?prompt=${prompt}`)).text();
  const known = [...page.matchAll(/name="idea" value="([^"]+)"[^>]*>(.*?)<\/li>/gs)];
  for (const [name, ideas] of Object.entries(THEMES)) {
    const form = new URLSearchParams({ id: randomUUID(), do: 'make', prompt, name });
    const found = ideas.map((idea) => known.find(([, , shown]) => shown.includes(idea)));
    for (const [, id] of found) form.append('idea', id);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const made = await desk.post(`${panel.console}/themes`, { headers, data: form.toString(), maxRedirects: 0 });
    assert.equal(made.status(), 303, (await made.text()).match(/role="alert".*?<\//s)?.[0]);
  }
  wall = (await open(browser, WALL)).page;
  await wall.goto(panel.screen);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Waits until the wall tells something, and keeps a picture of it as it stands. */
async function told(what, name) {
  await until(async () => {
    const text = await wall.locator('main').innerText();
    return what.test(text) && !/The result in/.test(text);
  }, `the wall does not tell ${what}`);
  if (process.env.PICTURES) await wall.waitForTimeout(2_000);
  await picture(wall, name);
}

const vote = (title, question, scale) =>
  opened(origin, panel, { title, question, kind: kinds.survey({ items: items.themes(prompt), scale }) });

test('dots are given by thumb and without a script, stay within the budget, and come on the wall once they are shown', async () => {
  await vote('Five dots', 'Where should the association put its strength?', scales.dots(5, 3));
  const { page: phone, complaints } = await join(browser, panel.phone);
  const card = (page, name) => page.locator('form').filter({ hasText: name });
  const more = (page, name) => card(page, name).getByRole('button', { name: 'One dot more' });
  await phone.locator('#left').waitFor();
  assert.deepEqual(await misfits(phone), []);
  await picture(phone, 'dots-phone');
  const left = (page, count) => until(async () => (await page.locator('#left').innerText()) === String(count), `${count} left`);
  for (const count of [4, 3, 2]) {
    await more(phone, 'Mentors are paid').click();
    await left(phone, count);
  }
  assert.ok(await more(phone, 'Mentors are paid').isDisabled(), 'three is the most');
  for (const count of [1, 0]) {
    await more(phone, 'Mentors learn').click();
    await left(phone, count);
  }
  for (const name of Object.keys(THEMES)) assert.ok(await more(phone, name).isDisabled(), `${name} takes a sixth dot`);
  await picture(phone, 'dots-phone-spent');

  const plain = (await open(browser, { ...PHONE, javaScriptEnabled: false })).page;
  await plain.goto(panel.phone);
  await press(plain, plain.locator('button.primary'));
  await press(plain, more(plain, 'Mentors learn'));
  await left(plain, 4);
  await picture(plain, 'dots-phone-plain');

  await wall.getByRole('heading', { name: 'Where should the association' }).waitFor();
  await picture(wall, 'dots-wall-open');
  await next(panel.page, 'Close');
  await next(panel.page, 'result');
  await told(/Mentors learn/, 'dots-wall-shown');
  await picture(panel.page, 'dots-console');
  assert.deepEqual(complaints, []);
});

test('places go over from one theme to another', async () => {
  await vote('Three places', 'Which come first?', scales.places(3));
  const { page: phone } = await join(browser, panel.phone);
  const place = async (name, at) => {
    const button = phone.locator('form').filter({ hasText: name }).locator('button[name=mark]').nth(at - 1);
    await button.click();
    await until(async () => (await button.getAttribute('aria-pressed')) === 'true', `${name} has not place ${at}`);
  };
  await place('Mentors are paid', 1);
  await place('Mentors learn', 2);
  await place('Cover', 1).catch(() => place('Rechtsschutz', 1));
  const given = phone.locator('.given li');
  await until(async () => /Rechtsschutz/.test(await given.first().innerText()), 'the first place went not over');
  assert.deepEqual(await misfits(phone), []);
  await picture(phone, 'places-phone');
  await next(panel.page, 'Close');
  await next(panel.page, 'result');
  await told(/Rechtsschutz/, 'places-wall-shown');
});

test('opinions are shown in all, then by group, then where groups agree and part', async () => {
  await vote('Opinions', 'Are these for us?', scales.opinion);
  const { page: phone } = await join(browser, panel.phone);
  await phone.locator('button[name=mark]').first().waitFor();
  assert.deepEqual(await misfits(phone), []);
  await picture(phone, 'opinion-phone');
  for (const [place, person] of people.entries()) {
    const answered = await person.mark((words) => (/paid/.test(words) ? Number(place % 3 === 0) : 0));
    assert.equal(answered, Object.keys(THEMES).length);
  }
  await picture(wall, 'opinion-wall-open');
  await next(panel.page, 'Close');
  await next(panel.page, 'result');
  await panel.page.locator('.next .big').filter({ hasText: 'by group' }).waitFor({ timeout: 20_000 });
  await told(/Mentors are paid/, 'opinion-wall-shown');
  await next(panel.page, 'by group');
  await wall.locator('.by-group').waitFor();
  await told(/n 6/, 'opinion-wall-groups');
  await next(panel.page, 'where groups agree');
  await wall.locator('.across').waitFor();
  await told(/Mentors are paid/, 'opinion-wall-across');
});

test('votes on ideas are told by group too, for whoever asks for it', async () => {
  await next(panel.page, 'Open');
  for (const [place, person] of people.entries()) {
    assert.ok((await person.vote(place % 3 === 0 ? 'disagree' : 'agree')) > 0, 'nothing was dealt');
  }
  await next(panel.page, 'Close');
  await next(panel.page, 'result');
  await panel.page.getByRole('button', { name: 'Show it by group' }).waitFor({ timeout: 20_000 });
  await picture(panel.page, 'votes-console');
  await panel.page.keyboard.press('b');
  await wall.locator('.by-group').waitFor();
  await told(/Pay mentors for their time/, 'votes-wall-groups');
  await panel.page.getByRole('button', { name: 'Show where groups agree' }).waitFor();
  await panel.page.keyboard.press('b');
  await wall.locator('.across').waitFor();
  await told(/Pay mentors for their time/, 'votes-wall-across');
});
