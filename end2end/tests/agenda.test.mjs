// Preparing an agenda, printing it, and leaving the rehearsal behind.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LAPTOP, PHONE, begin, join, until } from './room.mjs';
import { axe, launch, open, serve } from './server.mjs';

let server;
let browser;
let panel;

before(async () => {
  server = await serve({ demo: false });
  browser = await launch();
  const origin = new URL(server.announced['first facilitator, one-time link']).origin;
  panel = await begin(browser, origin, server, { template: 'panel-90', rehearsal: 'yes' });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const agenda = () => `${panel.console}/agenda`;
const runSheet = () => `${panel.console}/run-sheet`;
const entry = (page, title) => page.locator('.entry').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/** Nothing is wider than the page. */
async function fits(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0, 'the page scrolls sideways');
}

/** Another window of the same facilitator. */
async function window(options = LAPTOP) {
  const { page, complaints } = await open(browser, { ...options, storageState: await panel.page.context().storageState() });
  return { page, complaints };
}

test('a long agenda is read and prepared on a laptop and on a phone', async () => {
  for (const options of [LAPTOP, PHONE, { viewport: { width: 320, height: 640 } }]) {
    const { page, complaints } = await window(options);
    await page.goto(agenda());
    assert.match(await page.locator('main').innerText(), /\d+ items, \d+ minutes/);
    await fits(page);
    for (const title of ['Insights and strategies', 'Must, may, not ours', 'Drafts on a gradient of agreement']) {
      await entry(page, title).locator('summary', { hasText: 'Edit' }).click();
      await entry(page, title).locator('summary', { hasText: 'Español' }).click();
    }
    await page.locator('.additions > summary').click();
    await fits(page);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});

test('of a survey only what its choices call for is shown', async () => {
  const { page } = await window();
  await page.goto(agenda());
  const item = entry(page, 'A scale');
  await item.locator('summary', { hasText: 'Edit' }).click();
  assert.ok(await item.locator('[name=points]').isVisible());
  assert.ok(!(await item.locator('[name=options]').isVisible()));
  await item.locator('[name=scale]').selectOption('ranking');
  assert.ok(await item.locator('[name=options]').isVisible());
  assert.ok(await item.locator('[name=most]').isVisible());
  assert.ok(!(await item.locator('[name=points]').isVisible()));
  await item.locator('[name=items]').selectOption('own');
  assert.ok(await item.locator('[name=statements]').isVisible());
  await page.context().close();
});

test('an instrument is added and changed by keyboard alone', async () => {
  const { page } = await window();
  await page.goto(agenda());
  const before = await page.locator('.entry').count();
  await page.locator('.additions > summary').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add “Barriers”' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/item=/);
  const added = page.locator('.entry').last();
  assert.ok(await added.locator('[name=question]').isVisible(), 'its form is unfolded');
  await added.locator('[name=question]').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('What is in our way?');
  await added.locator('[name=title]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/agenda#item-/);
  assert.match(await page.locator('.entry').last().innerText(), /What is in our way\?/);
  await page.locator('.entry').last().getByRole('button', { name: /^Remove/ }).focus();
  await page.keyboard.press('Enter');
  await until(async () => (await page.locator('.entry').count()) === before, 'it is gone again');
  await page.context().close();
});

test('two facilitators who change the same item see both versions', async () => {
  const [one, other] = [await window(), await window(PHONE)];
  for (const { page } of [one, other]) {
    await page.goto(agenda());
    await entry(page, 'A choice').locator('summary', { hasText: 'Edit' }).click();
  }
  await entry(one.page, 'A choice').locator('[name=question]').fill('What brought you here?');
  await entry(one.page, 'A choice').getByRole('button', { name: 'Save' }).click();
  await one.page.waitForURL(/agenda#item-/);
  await entry(other.page, 'A choice').locator('[name=question]').fill('Where do you come from?');
  await entry(other.page, 'A choice').getByRole('button', { name: 'Save' }).click();
  await other.page.getByRole('alert').waitFor();
  const item = entry(other.page, 'A choice');
  assert.equal(await item.locator('[name=question]').inputValue(), 'Where do you come from?');
  assert.match(await item.locator('.meanwhile').innerText(), /What brought you here\?/);
  assert.deepEqual(await axe(other.page), []);
  await fits(other.page);
  await item.getByRole('button', { name: 'Save' }).click();
  await other.page.waitForURL(/agenda#item-/);
  assert.match(await entry(other.page, 'A choice').innerText(), /Where do you come from\?/);
  for (const { page } of [one, other]) await page.context().close();
});

test('the run sheet has its times on screen, and prints on paper of both kinds', async () => {
  const { page, complaints } = await window();
  await page.goto(runSheet());
  await page.locator('[name=start]').fill('14:00');
  await page.getByRole('button', { name: 'Show the times' }).click();
  await page.waitForURL(/start=14/);
  assert.match(await page.locator('.run-item').first().innerText(), /14:00/);
  assert.match(await page.locator('.run-end').innerText(), /15:[23]0/);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(complaints, []);
  for (const format of ['A4', 'Letter']) {
    const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages > 1 && pages < 9, `${format}: ${pages} pages`);
  }
  await page.setViewportSize(PHONE.viewport);
  await fits(page);
  await page.context().close();
});

test('a rehearsal is wiped, and its phones are asked kindly to join the real panel', async () => {
  const attendee = await join(browser, panel.phone);
  const { page } = await window();
  await page.goto(agenda());
  const prepared = await page.locator('.entry').count();
  await page.locator('#wipe > summary').click();
  assert.deepEqual(await axe(page), []);
  await page.locator('#wipe [name=sure]').check();
  await page.locator('#wipe .grave').click();
  await page.waitForURL(panel.console);
  await attendee.page.getByText('You are welcome to join again').waitFor();
  assert.equal(await attendee.page.getByText('This is a rehearsal').count(), 0);
  await attendee.page.click('button.primary');
  await attendee.page.getByText('You are in').waitFor();
  await page.goto(agenda());
  assert.equal(await page.locator('#wipe').count(), 0);
  assert.equal(await page.locator('.entry').count(), prepared);
});
