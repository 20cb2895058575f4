// A panel as people meet it: on a phone, with and without WASM, on the projector, at the console.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, launch, open, serve } from './server.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };
const LAPTOP = { viewport: { width: 1440, height: 900 } };

let server;
let browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function joined(options) {
  const { page, complaints } = await open(browser, options);
  await page.goto(server.announced['demo phone']);
  await Promise.all([page.waitForNavigation(), page.click('button.primary')]);
  return { page, complaints };
}

test('a phone joins with one tap, writes, and sees that it was saved', async () => {
  const { page, complaints } = await joined(PHONE);
  await page.waitForTimeout(2000);
  await page.fill('textarea[name=words]', 'Written on a phone');
  await page.click('button:has-text("Send")');
  await page.waitForFunction(() => document.body.innerText.includes('Written on a phone'));
  assert.equal(await page.inputValue('textarea[name=words]'), '');
  assert.deepEqual(complaints, []);
  assert.deepEqual(await axe(page), []);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} wide`);
});

test('the same works without any script', async () => {
  const { page } = await joined({ ...PHONE, javaScriptEnabled: false });
  await page.fill('textarea[name=words]', 'Written without a script');
  await Promise.all([page.waitForNavigation(), page.click('button:has-text("Send")')]);
  assert.match(await page.content(), /Written without a script/);
});

test('what is wrong with a code is said where it is typed', async () => {
  const { page } = await open(browser, PHONE);
  await page.goto(`${server.announced.listening}/find?code=22222O`);
  assert.match(await page.innerText('body'), /no code has/);
  assert.equal(await page.inputValue('input[name=code]'), '22222O');
  assert.deepEqual(await axe(page), []);
});

test('the projector shows code, question and how many are in, and survives a reload', async () => {
  const { page, complaints } = await open(browser, PROJECTOR);
  await page.goto(server.announced['demo projector']);
  const code = server.announced['demo panel'];
  for (const attempt of ['first', 'reloaded']) {
    await page.waitForTimeout(1500);
    const text = (await page.innerText('body')).replace(/\s/g, '');
    assert.ok(text.includes(code), `${attempt}: the code is on the screen`);
    assert.match(text, /\d+intheroom/, attempt);
    await page.reload();
  }
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(complaints, []);
});

test('a facilitator makes an account by the one-time link and runs the panel', async () => {
  const { page, complaints } = await open(browser, LAPTOP);
  await page.goto(server.announced['first facilitator, one-time link']);
  assert.deepEqual(await axe(page), []);
  await page.fill('input[name=name]', 'Nora');
  await page.fill('input[name=password]', 'four plain words together');
  await Promise.all([page.waitForNavigation(), page.click('button.primary')]);
  assert.deepEqual(await axe(page), []);
  await page.goto(server.announced['demo console']);
  await page.waitForFunction(() => document.body.innerText.includes('Connected'));
  assert.deepEqual(await axe(page), []);
  for (const place of ['agenda', 'ideas']) {
    await page.goto(`${server.announced['demo console']}/${place}`);
    assert.deepEqual(await axe(page), [], place);
  }
  await page.goto(`${server.announced['demo console']}/report`);
  assert.match(await page.title(), /A vision for mentoring/);
  assert.deepEqual(complaints, []);
});
