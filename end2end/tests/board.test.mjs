// The report before the board: frozen by a facilitator, read by a link, decided on without a script, and what comes back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { LAPTOP, PHONE, begin, next, picture, press, until } from './room.mjs';
import { launch, misfits, open, serve } from './server.mjs';

const WALL = { viewport: { width: 1920, height: 1080 } };
const WORDS = [
  'Publish what was decided, and who sees to it', 'Pay mentors for their time',
  'Rechtsschutzversicherungsgesellschaftsmentoringprogramme für alle', 'مرشد لكل متدرب جديد',
];

let server;
let origin;
let browser;
let panel;
let people;
before(async () => {
  server = await serve({ demo: false });
  origin = server.announced.listening;
  browser = await launch();
  panel = await begin(browser, origin, server);
  await next(panel.page, 'Open');
  people = await Promise.all(Array.from({ length: 12 }, () => Attendee.join(origin, panel.code)));
  for (const [place, words] of WORDS.entries()) await people[place].write(words);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A facilitator on a device of their own. */
async function facilitator(options) {
  const opened = await open(browser, options);
  await opened.page.context().addCookies(await panel.page.context().cookies());
  return opened;
}

/** A link for the board, made as a facilitator does. */
async function boardLink() {
  const { page } = await facilitator(LAPTOP);
  await page.goto(`${panel.console}/links`);
  const making = page.locator('section', { has: page.locator('#board-title') }).locator('form').last();
  await making.locator('input[name=label]').fill('The board of May');
  await press(page, making.locator('button'));
  const link = await page.inputValue('.notice input[readonly]');
  await page.context().close();
  return link;
}

/** How a page looks on each kind of screen, and what is wrong with it there. */
async function looked(page, name) {
  for (const [kind, { viewport }] of Object.entries({ phone: PHONE, laptop: LAPTOP, wall: WALL })) {
    await page.setViewportSize(viewport);
    assert.deepEqual(await misfits(page), [], `${name} on a ${kind}`);
    await picture(page, `${name}-${kind}`, kind !== 'wall');
  }
}

test('before an edition is frozen, the board is told that there is none yet', async () => {
  const { page, complaints } = await open(browser, LAPTOP);
  await page.goto(await boardLink());
  await page.getByText('The report is not ready yet').waitFor();
  for (const words of WORDS) assert.doesNotMatch(await page.content(), new RegExp(words.slice(0, 12)));
  await looked(page, 'board-not-ready');
  assert.deepEqual(complaints, []);
});

test('a facilitator reads the draft, takes it away in each format, and freezes it', async () => {
  const { page, complaints } = await facilitator(LAPTOP);
  await page.goto(`${panel.console}/report`);
  await page.getByText('Nothing is frozen yet, so the board cannot read it.').waitFor();
  await page.locator('.notice').filter({ hasText: 'A draft' }).waitFor();
  await looked(page, 'report-draft');
  await page.setViewportSize(LAPTOP.viewport);
  for (const format of ['PDF', 'Word', 'Web page', 'Markdown', 'Excel', 'Tables (CSV)', 'JSON']) {
    const coming = page.waitForEvent('download');
    await page.locator('.around a').filter({ hasText: format }).click();
    const file = await coming;
    assert.equal(await file.failure(), null, format);
    assert.match(file.suggestedFilename(), /^visioncast-.*-draft/);
  }
  await press(page, page.locator('.around button'));
  await page.getByText('Edition 1 is frozen.').waitFor();
  await looked(page, 'editions');
  assert.deepEqual(complaints, []);
});

test('the board reads the edition, decides without a script, and its decisions come back', async () => {
  const link = await boardLink();
  const { page: reader } = await open(browser, LAPTOP);
  await reader.goto(link);
  await reader.getByText('Edition 1, frozen on').waitFor();
  assert.equal(await reader.locator('form, script').count(), 0);
  await looked(reader, 'board-report');

  const { page } = await open(browser, { ...PHONE, javaScriptEnabled: false });
  await page.goto(link);
  await press(page, page.getByText('Decide on what it recommends'));
  const step = page.locator('.review').first();
  await step.locator('summary').last().click();
  await step.getByText('Adopted', { exact: true }).click();
  await step.locator('input[name=owner]').fill('The office of the association');
  await step.locator('input[name=horizon]').fill('by June');
  await step.locator('textarea').fill('At last.\nThank you all.');
  await step.locator('input[name=speaker]').fill('Ada');
  await picture(page, 'board-form-phone');
  await press(page, step.locator('button'));
  await step.locator('.standing').filter({ hasText: 'The office of the association' }).first().waitFor();

  const { page: desk, complaints } = await open(browser, LAPTOP);
  await desk.goto(`${link}/review`);
  await desk.getByText('At last.').waitFor();
  await looked(desk, 'board-review');
  const { page: lead } = await facilitator(LAPTOP);
  await lead.goto(`${panel.console}/editions`);
  await lead.getByText('The office of the association').first().waitFor();
  await lead.getByText('Ada').first().waitFor();
  await looked(lead, 'editions-decided');
  assert.deepEqual(complaints, []);
});

test('what changed since is told with the next edition', async () => {
  const link = await boardLink();
  await people[5].write('Said after the first edition');
  await until(async () => {
    const { page } = await facilitator(LAPTOP);
    await page.goto(`${panel.console}/report`);
    const there = await page.locator('.around button').count();
    if (there) await press(page, page.locator('.around button'));
    await page.context().close();
    return there;
  }, 'there is something to freeze');
  const { page, complaints } = await open(browser, LAPTOP);
  await page.goto(link);
  await page.getByText('Edition 2, frozen on').waitFor();
  await press(page, page.getByText('What changed since edition 1'));
  await page.locator('.changes').getByText('Ideas: ').waitFor();
  await looked(page, 'board-changes');
  await page.goto(`${link}?edition=1`);
  await page.getByText('There is a newer one: edition 2.').waitFor();
  assert.deepEqual(complaints, []);
});
