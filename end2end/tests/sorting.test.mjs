// Everybody sorts a handful of ideas by themselves; what their piles add up to becomes themes when a facilitator says so.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { LAPTOP, PHONE, begin, join, next, opened, picture, press, promptOf, until } from './room.mjs';
import { kinds } from './postcard.mjs';
import { launch, misfits, open, serve } from './server.mjs';

const MONEY = ['Pay mentors for their time', 'A fund for travel', 'Pay for training', 'A small grant each year', 'مال للمرشدين', 'No unpaid work'];
const LEARNING = ['Train new mentors in pairs', 'Share what failed', 'A library of cases', 'Mentors of mentors', 'Read one book a month', 'Rechtsschutzversicherungsgesellschaftsmentoringprogramme'];

let server;
let browser;
let panel;
before(async () => {
  server = await serve({ demo: false });
  const origin = server.announced.listening;
  browser = await launch();
  panel = await begin(browser, origin, server);
  await next(panel.page, 'Open');
  panel.people = await Promise.all(Array.from({ length: 6 }, () => Attendee.join(origin, panel.code)));
  for (const [place, words] of [...MONEY, ...LEARNING].entries()) await panel.people[place % 6].write(words);
  panel.prompt = await promptOf(panel);
  await opened(origin, panel, { title: 'Sort', question: 'What belongs together?', kind: kinds.sorting(panel.prompt) });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});


/** Takes an idea off the screens, or brings it back, as the facilitator. */
const moderate = (what) => async (words) => {
  const { request } = panel.page.context();
  const page = await (await request.get(`${panel.console}/ideas`)).text();
  const [, idea] = page.slice(page.indexOf(words)).match(/name="idea" value="([0-9a-f-]{36})"/);
  const form = { id: crypto.randomUUID(), do: what, idea, reason: 'off_topic' };
  const answer = await request.post(`${panel.console}/ideas`, { form, maxRedirects: 0 });
  assert.equal(answer.status(), 303);
};
const hide = moderate('hide');
const show = moderate('show');

test('what a room sorts, each by themselves, is proposed, confirmed and shown', async () => {
  const desk = (await open(browser, LAPTOP)).page;
  await desk.context().addCookies(await panel.page.context().cookies());
  await desk.goto(`${panel.console}/themes?prompt=${panel.prompt}`);
  await press(desk, desk.getByText('What everybody’s piles add up to'));
  await desk.getByText('Nobody has sorted anything yet').waitFor();
  const wall = (await open(browser, { viewport: { width: 1920, height: 1080 } })).page;
  await wall.goto(panel.screen);

  // Five agree but for one idea of one of them.
  for (const [place, person] of panel.people.slice(0, 5).entries()) {
    const odd = (words) => place === 0 && words === MONEY[0];
    const sorted = await person.sort((words) => (MONEY.includes(words) !== odd(words) ? 1 : 2), { 'name-1': place < 3 ? 'Money' : 'Pay', 'name-2': 'Learning' });
    assert.equal(sorted, 12);
  }
  await wall.locator('.arrivals-count').filter({ hasText: '5 people have sorted a handful.' }).waitFor();
  await picture(wall, 'sorting-wall', false);

  // The sixth sorts by touch on a live phone.
  const { page: phone, complaints } = await join(browser, panel.phone, PHONE);
  await phone.locator('#sort .sortable').first().waitFor();
  assert.deepEqual(await misfits(phone), []);
  await picture(phone, 'sorting-phone', false);
  const cards = phone.locator('#sort .sortable');
  assert.equal(await cards.count(), 12);
  for (let place = 0; place < 12; place += 1) {
    const card = cards.nth(place);
    const words = await card.locator('legend').innerText();
    await card.locator('.pile').nth(MONEY.includes(words) ? 2 : 0).tap();
  }
  await phone.fill('#sort input[name=name-3]', 'Money');
  await picture(phone, 'sorting-phone-filled');
  // One of them is taken off meanwhile: it goes at once, and nothing that was put or typed goes with it.
  await hide(LEARNING[4]);
  await until(async () => (await cards.count()) === 11, 'what was taken off is still before the phone');
  await phone.getByText('1 idea that you were given was taken off the screens').waitFor();
  assert.equal(await phone.locator('#sort .pick:checked').count(), 11);
  assert.equal(await phone.locator('#sort input[name=name-3]').inputValue(), 'Money');
  await show(LEARNING[4]);
  await phone.locator('#sort button').tap();
  await phone.getByText('Your piles count.').waitFor();
  await picture(phone, 'sorting-phone-sorted', false);
  assert.deepEqual(complaints, []);

  // While people sort the page follows, without a script and with nothing on it to type into.
  await desk.goto(`${panel.console}/themes/proposals?prompt=${panel.prompt}`);
  await desk.getByText('6 handfuls have been sorted.').waitFor();
  assert.equal(await desk.locator('input[type=text], input[type=checkbox]').count(), 0);
  assert.deepEqual(await misfits(desk), []);
  await picture(desk, 'proposals-follow', false);
  await wall.getByText('So far people agree closely on what belongs together.').waitFor();
  await picture(wall, 'sorting-wall-agreed', false);
  await press(desk, desk.getByText('Hold it still'));
  const proposals = desk.locator('.theme-desk > .theme');
  assert.equal(await proposals.count(), 2);
  const money = proposals.filter({ hasText: MONEY[1] });
  assert.equal(await money.locator('input[name=name]').inputValue(), 'Money');
  assert.equal(await money.locator('.theme-ideas li').count(), 6);
  assert.deepEqual(await misfits(desk), []);
  await picture(desk, 'proposals-laptop', false);
  await desk.setViewportSize(PHONE.viewport);
  assert.deepEqual(await misfits(desk), []);
  await picture(desk, 'proposals-phone');
  await desk.setViewportSize(LAPTOP.viewport);

  // One idea is taken out before it becomes a theme; the other proposal is put aside.
  await money.getByText(MONEY[0]).click();
  await press(desk, money.locator('button[value=make]'));
  await wall.locator('.grouping-name').filter({ hasText: 'Money' }).waitFor();
  await until(async () => (await desk.locator('.theme-desk > .theme').count()) === 1, 'a confirmed proposal stays');
  await press(desk, desk.locator('button[value=discard]'));
  await desk.getByText('Nothing belongs together often enough yet').waitFor();
});
