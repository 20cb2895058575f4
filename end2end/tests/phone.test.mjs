// What happens to words on a phone: before its script has come, without a network, too late, by keyboard alone; and how
// every one of its screens is built.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, join, next, PHONE, until, waiting } from './room.mjs';
import { axe, launch, open, serve } from './server.mjs';
import { wire } from './wire.mjs';

/** The smallest target for a thumb, in CSS pixels. */
const TARGET = 44;

let browser;
let server;
let line;
let room;
before(async () => {
  browser = await launch();
  server = await serve({ demo: false });
  line = await wire();
  line.lead(server);
  room = await begin(browser, line.origin, server);
});
after(async () => {
  await browser?.close();
  line?.close();
  await server?.stop();
});

test('before the first question a phone says that it is in', async () => {
  const { page, complaints } = await join(browser, room.phone);
  await page.getByRole('heading', { name: 'You are in' }).waitFor();
  await built(page);
  await asked();
  await page.locator('textarea').waitFor();
  await built(page);
  assert.deepEqual(complaints, []);
});

test('what was typed before the script came is there when it has come', async () => {
  await asked();
  const { page, complaints } = await open(browser, PHONE);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.context().route(/\/assets\/phone-.*\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(room.phone);
  await page.click('button.primary');
  await page.fill('textarea', 'Typed early');
  const live = page.waitForEvent('websocket');
  release();
  await live;
  assert.equal(await page.inputValue('textarea'), 'Typed early');
  await page.click('button:has-text("Send")');
  await mine(page, 'Typed early', /Saved/);
  assert.equal(await page.inputValue('textarea'), '');
  assert.deepEqual(complaints, []);
});

test('what is being typed survives a reload', async () => {
  await asked();
  const { page } = await join(browser, room.phone);
  await page.fill('textarea', 'Half a thou');
  await page.reload();
  await until(async () => (await page.inputValue('textarea')) === 'Half a thou', 'the draft is gone');
});

test('without a network it says what waits, and saves it when the network is back', async () => {
  await asked();
  const { page } = await join(browser, room.phone);
  line.lose();
  await page.fill('textarea', 'Said in a tunnel');
  await page.click('button:has-text("Send")');
  await mine(page, 'Said in a tunnel', /kept on this phone/);
  await page.getByText('Waiting for the network').first().waitFor();
  await built(page);
  line.lead(server);
  await mine(page, 'Said in a tunnel', /Saved/);
});

test('words that are too many are kept, and it says what to do', async () => {
  await asked();
  const { page } = await join(browser, room.phone);
  const words = 'long '.repeat(2_000);
  await page.fill('textarea', words);
  await page.click('button:has-text("Send")');
  await page.locator('.problem:not(:empty)').waitFor();
  assert.equal(await page.inputValue('textarea'), words);
  await page.fill('textarea', '   ');
  await page.click('button:has-text("Send")');
  await page.getByText('Write a few words first.').waitFor();
  await built(page);
});

test('by keyboard alone one writes, chooses and sends', async () => {
  await asked();
  const { page } = await join(browser, room.phone, {});
  await tabTo(page, 'textarea');
  await page.keyboard.type('Typed without a mouse');
  await tabTo(page, 'select');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'input[name=quotable]');
  await page.keyboard.press('Space');
  await tabTo(page, 'button:has-text("Send")');
  await page.keyboard.press('Enter');
  await mine(page, 'Typed without a mouse', /The report may quote it/);
});

test('what came too late is said so, and goes out when the question opens again', async () => {
  await asked();
  const { page } = await join(browser, room.phone);
  const { page: other } = await join(browser, room.phone);
  line.lose();
  await page.fill('textarea', 'A moment too late');
  await page.click('button:has-text("Send")');
  await page.context().setOffline(true);
  line.lead(server);
  await next(room.page, 'Close');
  await other.getByText('This question is closed').waitFor();
  await page.context().setOffline(false);
  await page.locator('li.problem', { hasText: 'A moment too late' }).waitFor();
  await built(page);
  // Undone, the question is open again.
  await room.page.keyboard.press('u');
  await mine(page, 'A moment too late', /Saved/);
  assert.equal(await waiting(page), 0);
});

test('votes are cast by thumb and by keys, changed, and counted where they were cast', async () => {
  await asked();
  const { page: author } = await join(browser, room.phone);
  for (const words of ['Worth a vote', 'Worth another']) {
    await author.fill('textarea', words);
    await author.click('button:has-text("Send")');
    await mine(author, words, /Saved/);
  }
  const { page, complaints } = await join(browser, room.phone);
  await next(room.page, 'Close');
  await next(room.page, 'Open');
  await page.locator('.ballot .agree').waitFor();
  await built(page);
  await page.click('.ballot .agree');
  await page.getByText('You have voted on 1. Last: agree.').waitFor();
  await page.keyboard.press('Tab');
  const first = await page.locator('.card .words').innerText();
  await tabTo(page, '.ballot .agree');
  await page.keyboard.press('2');
  await page.getByText('You have voted on 2. Last: disagree.').waitFor();
  await page.click('button:has-text("Change")');
  assert.equal(await page.locator('.card .words').innerText(), first);
  await page.click('.ballot .pass');
  await page.getByText('Last: pass.').waitFor();
  for (;;) {
    const card = page.locator('.ballot .agree');
    if ((await card.count()) === 0) break;
    await card.click();
  }
  await page.getByText('You have seen everything so far.').waitFor();
  await built(page);
  await until(async () => (await waiting(page)) === 0, 'votes stay in the outbox');
  await next(room.page, 'Close');
  await page.getByText('Voting is closed.').waitFor();
  await built(page);
  await next(room.page, 'Show');
  await page.getByRole('heading', { name: 'What the room said' }).waitFor();
  await built(page);
  const passed = page.locator('.results li', { hasText: first });
  assert.match(await passed.innerText(), /0 agree, 0 disagree, 1 passed; 1 vote\./);
  assert.deepEqual(complaints, []);
});

test('somebody may say who they are, also later', async () => {
  await asked();
  const { page } = await join(browser, room.phone);
  await page.getByText('About me').click();
  await page.getByLabel('Program Administrators').check();
  await page.getByLabel('Rather not say').check();
  await page.click('details[open] button:has-text("Save")');
  await page.getByText('Thank you, that is noted.').waitFor();
  await until(async () => (await waiting(page)) === 0, 'it stays in the outbox');
  await page.reload();
  await page.getByText('About me').click();
  assert.ok(await page.getByLabel('Program Administrators').isChecked());
  await built(page);
});

/** Opens the first question, unless something was opened before. */
async function asked() {
  if (await room.page.getByText('The screen shows how to join').isVisible()) await next(room.page, 'Open');
}

/** An idea among what somebody brought, with what is said of it. */
async function mine(page, words, state) {
  await page.locator('.mine li', { hasText: words }).filter({ hasText: state }).waitFor();
}

async function tabTo(page, selector) {
  const wanted = page.locator(selector).first();
  for (let step = 0; step < 40; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no way by Tab to ${selector}`);
}

/** Accessible in both schemes, nothing wider than a narrow phone, nothing too small for a thumb, in view when focused. */
async function built(page) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await axe(page), [], colorScheme);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const { width, small } = await page.evaluate((target) => ({
    width: document.documentElement.scrollWidth,
    small: [...document.querySelectorAll('button, a, select, summary, textarea, label:has(input)')]
      .filter((element) => element.offsetParent && !element.closest('.aside'))
      .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
      .filter(([, { width, height }]) => height < target - 0.5 || width < target - 0.5)
      .map(([html, { width, height }]) => `${html}: ${width} by ${height}`),
  }), TARGET);
  assert.ok(width <= 320, `the page is ${width} pixels wide`);
  assert.deepEqual(small, []);
  await page.setViewportSize(size);
}
