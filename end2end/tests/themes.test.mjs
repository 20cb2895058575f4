// Ideas become themes: at a desk, on a phone without scripts, and on the projector.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { LAPTOP, PHONE, begin, join, next, opened, picture, press, promptOf, until } from './room.mjs';
import { kinds } from './postcard.mjs';
import { launch, misfits, open, serve } from './server.mjs';

const WORDS = [
  'Pay mentors for their time', 'Give every mentor a sabbatical', 'Train new mentors in pairs', 'Translate the guides',
  'مرشد لكل متدرب جديد', '指导者也需要被指导', 'Rechtsschutzversicherungsgesellschaftsmentoringprogramme', '🌱🌿🌳',
];

let server;
let origin;
let browser;
let panel;
let prompt;
before(async () => {
  server = await serve({ demo: false });
  origin = server.announced.listening;
  browser = await launch();
  panel = await begin(browser, origin, server);
  await next(panel.page, 'Open');
  const people = await Promise.all(WORDS.map(() => Attendee.join(origin, panel.code)));
  for (const [place, person] of people.entries()) await person.write(WORDS[place]);
  prompt = await promptOf(panel);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});


/** Puts a grouping of all ideas on the agenda, and opens it. */
const grouping = (title, everybody) =>
  opened(origin, panel, { title, question: 'What belongs together?', kind: kinds.grouping(prompt, everybody) });

test('without a script a facilitator makes, names, merges and takes back, and the projector shows it', async () => {
  // The live desk has tests of its own; what looks for faults is a script too.
  const { page: desk } = await open(browser, { ...LAPTOP, javaScriptEnabled: false });
  await desk.context().addCookies(await panel.page.context().cookies());
  await desk.goto(`${panel.console}/themes`);
  await picture(desk, 'themes-loose-laptop');
  for (const words of WORDS.slice(0, 2)) await desk.locator('#desk').getByText(words, { exact: true }).click();
  await desk.fill('#ticked input[name=name]', 'Mentors are paid');
  await press(desk, desk.locator('button:has-text("Make the theme")'));
  for (const words of WORDS.slice(2, 4)) await desk.locator('#desk').getByText(words, { exact: true }).click();
  await desk.fill('#ticked input[name=name]', 'Mentors learn');
  await press(desk, desk.locator('button:has-text("Make the theme")'));
  await desk.locator('#desk').getByText(WORDS[4], { exact: true }).click();
  await desk.selectOption('#ticked select[name=theme]', { label: 'Mentors learn' });
  await press(desk, desk.locator('button:has-text("Move there")'));
  const card = (name) => desk.locator('.theme').filter({ has: desk.locator('h2', { hasText: name }) });
  assert.equal(await card('Mentors learn').locator('.theme-ideas li').count(), 3);
  await picture(desk, 'themes-laptop');

  const wall = (await open(browser, { viewport: { width: 1920, height: 1080 } })).page;
  await wall.goto(panel.screen);
  await grouping('Themes by the panel', false);
  await wall.locator('.grouping-name').filter({ hasText: 'Mentors learn' }).waitFor();
  assert.match(await wall.locator('.arrivals-count').innerText(), /5 of 8 ideas/);
  await picture(wall, 'themes-wall');

  await card('Mentors learn').locator('summary').click();
  await card('Mentors learn').locator('select[name=into]').selectOption({ label: 'Mentors are paid' });
  await press(desk, card('Mentors learn').locator('button:text-is("Merge")'));
  await wall.locator('.grouping-list li').filter({ hasText: 'Mentors are paid' }).filter({ hasText: '5' }).waitFor();
  await until(async () => (await wall.locator('.grouping-list li').count()) === 1, 'the merged theme stays on the wall');
  await press(desk, desk.locator('.theme-steps li').first().locator('button'));
  await wall.locator('.grouping-name').filter({ hasText: 'Mentors learn' }).waitFor();
  assert.equal(await card('Mentors learn').locator('.theme-ideas li').count(), 3);

  await desk.setViewportSize(PHONE.viewport);
  await picture(desk, 'themes-phone');
});

test('where it is open to everybody, a phone puts an idea in its place, with a script and without', async () => {
  await grouping('Themes by everybody', true);
  for (const options of [PHONE, { ...PHONE, javaScriptEnabled: false }]) {
    const scripted = options.javaScriptEnabled !== false;
    const { page } = scripted ? await join(browser, panel.phone, options) : await open(browser, options);
    if (!scripted) {
      await page.goto(panel.phone);
      await press(page, page.locator('button.primary'));
    }
    const cards = page.locator('form[id^=group-]');
    await cards.first().waitFor();
    // What looks for faults is a script too.
    if (scripted) assert.deepEqual(await misfits(page), []);
    const words = await cards.first().locator('.words').innerText();
    await cards.first().locator('select').selectOption({ label: 'Mentors learn' });
    await picture(page, scripted ? 'grouping-phone' : 'grouping-phone-plain');
    await cards.first().locator('button').click();
    await until(async () => !(await cards.locator('.words').allInnerTexts()).includes(words), 'it is still loose');
  }
});

test('the projector rests while it is paused, but for what is taken off', async () => {
  const wall = (await open(browser, { viewport: { width: 1920, height: 1080 } })).page;
  await wall.goto(panel.screen);
  await wall.locator('.grouping-list li').first().waitFor();
  await wall.keyboard.press('p');
  await wall.getByText('Paused: new ideas wait').waitFor();
  await picture(wall, 'themes-wall-paused');
  const before = await wall.locator('.grouping-list').innerText();
  const desk = panel.page.context().request;
  const form = { id: randomUUID(), do: 'make', prompt, name: 'While it was paused' };
  assert.equal((await desk.post(`${panel.console}/themes`, { form, maxRedirects: 0 })).status(), 303);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  assert.equal(await wall.locator('.grouping-list').innerText(), before, 'a paused wall changed');
  await wall.keyboard.press('p');
  await wall.locator('.grouping-name').filter({ hasText: 'While it was paused' }).waitFor();
});
