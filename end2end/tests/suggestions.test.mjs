// What looks alike: proposed at the desk with the words that it shares, and put together by one tap.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { LAPTOP, begin, next, picture, press, promptOf, until } from './room.mjs';
import { launch, misfits, open, serve } from './server.mjs';

const WORDS = [
  'Train every new mentor in listening', 'New mentors need training in how to listen', 'More free parking', 'more FREE parking!',
  '我们需要为导师提供更多培训', '导师应该接受更多培训', 'يجب تدريب المرشدين الجدد', 'تدريب المرشدين الجدد ضروري', 'Lower the fee',
];

let server;
let browser;
let panel;
let prompt;
before(async () => {
  server = await serve({ demo: false });
  const origin = server.announced.listening;
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


for (const [name, viewport] of [
  ['phone', { width: 360, height: 740 }], ['laptop', LAPTOP.viewport], ['hall', { width: 1920, height: 1080 }],
]) {
  test(`what looks alike fits a screen like that of a ${name}, and has no faults`, async () => {
    const { page } = await open(browser, { viewport });
    await page.context().addCookies(await panel.page.context().cookies());
    await page.goto(`${panel.console}/themes/alike?prompt=${prompt}`);
    await picture(page, `alike-${name}`);
    assert.equal(await page.locator('.alike > li').count(), 4);
    assert.deepEqual(await misfits(page), []);
    await page.context().close();
  });
}

test('one tap puts together, tells apart, or hides, and what is decided is asked no more', async () => {
  const { page } = await open(browser, LAPTOP);
  await page.context().addCookies(await panel.page.context().cookies());
  await page.goto(`${panel.console}/themes?prompt=${prompt}`);
  await press(page, page.locator('a', { hasText: 'What looks alike' }));
  const row = (words) => page.locator('.alike > li').filter({ hasText: words });
  assert.ok((await row('listening').locator('mark').allInnerTexts()).includes('mentors'));
  await press(page, row('listening').locator('button', { hasText: 'Put together' }));
  assert.equal(await row('listening').count(), 0);
  await press(page, row('导师').locator('button', { hasText: 'Not the same' }));
  assert.equal(await row('导师').count(), 0);
  await press(page, row('parking').locator('button', { hasText: 'Hide all but the first' }));
  assert.equal(await row('parking').count(), 0);
  await page.reload();
  assert.equal(await page.locator('.alike > li').count(), 1);
  await page.goto(`${panel.console}/themes?prompt=${prompt}`);
  assert.match(await page.locator('.theme').filter({ hasText: 'listening' }).first().textContent(), /listen/);
});

test('a live desk says while ideas come in what might go into a theme, and one tap puts it there', async () => {
  const { page, complaints } = await open(browser, LAPTOP);
  await page.context().addCookies(await panel.page.context().cookies());
  await page.goto(`${panel.console}/themes?prompt=${prompt}`);
  await page.locator('.sorting').waitFor();
  await page.evaluate(() => { window.sameDocument = true; });
  const glance = page.locator('#glance .alike > li');
  const theme = page.locator('.sorting-themes > .theme').filter({ hasText: 'Train every new mentor' });
  const there = await theme.locator('.sorting-card').count();
  const late = await Attendee.join(server.announced.listening, panel.code);
  await late.write('Train each new mentor well in listening');
  await late.write('New mentors need training in how to ask');
  const first = glance.filter({ hasText: 'well in listening' });
  await page.locator('#glance > summary').click();
  await first.waitFor();
  await picture(page, 'desk-glance-laptop');
  assert.deepEqual(await misfits(page), []);
  await first.locator('button', { hasText: 'Put into' }).click();
  await until(async () => await theme.locator('.sorting-card').count() === there + 1, 'it was not put into the theme');
  const second = glance.filter({ hasText: 'how to ask' });
  await second.waitFor();
  await second.locator('button', { hasText: 'Not' }).click();
  await until(async () => await second.count() === 0, 'it is still asked about');
  assert.ok(await page.evaluate(() => window.sameDocument), 'the page was loaded anew');
  await page.reload();
  await page.locator('.sorting').waitFor();
  assert.equal(await theme.locator('.sorting-card').count(), there + 1);
  assert.equal(await second.count(), 0, 'what was told apart is asked about again');
  assert.deepEqual(complaints, []);
  await page.context().close();
});
