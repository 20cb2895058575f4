// The editor of frameworks: by mouse, by keyboard and by two people at once, on a laptop and on a phone.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch, misfits, open, serve, signUp } from './server.mjs';

const LAPTOP = { viewport: { width: 1280, height: 720 } };
const PHONE = { viewport: { width: 360, height: 740 } };
/** Where pictures go, for whoever wants to look at them. */
const PICTURES = process.env.VISIONCAST_PICTURES;

let server;
let origin;
let browser;
let session;

before(async () => {
  server = await serve();
  origin = server.announced.listening;
  browser = await launch();
  if (PICTURES) await mkdir(PICTURES, { recursive: true });
  const page = await signUp(browser, server, LAPTOP);
  session = await page.context().cookies();
  await page.context().close();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function facilitator(options = LAPTOP) {
  const opened = await open(browser, options);
  await opened.page.context().addCookies(session);
  return opened;
}

async function picture(page, name, fullPage = false) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage });
}

/** A copy of the built-in framework under a name of its own; its address. */
async function copy(name) {
  const { page } = await facilitator();
  await page.goto(`${origin}/console/framework`);
  await Promise.all([page.waitForNavigation(), page.click('button:has-text("Make a copy")')]);
  await page.fill('input[name=name]', name);
  await save(page);
  const address = page.url().split('?')[0];
  await page.context().close();
  return address;
}

const save = (page) => Promise.all([page.waitForNavigation(), page.click('button:text-is("Save")')]);
const focused = (page) => page.evaluate(() => document.activeElement.name + ' ' + document.activeElement.value);

test('a framework is found from the panels, copied and edited with the keyboard alone', async () => {
  const { page, complaints } = await facilitator();
  await page.goto(`${origin}/console`);
  await Promise.all([page.waitForNavigation(), page.click('a:text-is("Frameworks")')]);
  assert.deepEqual(await misfits(page), []);
  await picture(page, 'list-first');
  const address = await copy('Keyboard association');
  await page.goto(address);
  assert.deepEqual(await misfits(page), []);
  await picture(page, 'laptop');
  await picture(page, 'laptop-whole', true);

  // Enter saves what was typed, and the next new domain can be typed at once.
  await page.focus('input[name=new-domains]');
  await page.keyboard.type('policy');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await page.inputValue('input[name=domains-11]'), 'policy');
  assert.equal(await focused(page), 'new-domains ');
  assert.match(await page.textContent('[role=status]'), /Saved: added “policy” to the domains/);

  // A button stays under the finger that pressed it.
  await page.focus('button[value=up-domains-11]');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await focused(page), 'do up-domains-11');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  const places = await page.$$eval('#domains .lines input', (inputs) => inputs.map((input) => input.value));
  assert.equal(places[8], 'policy');

  await page.click('#domains .line:has(input[name=domains-9]) summary');
  await page.selectOption('select[name=into-9]', { label: 'technology & innovation' });
  await picture(page, 'merge');
  await Promise.all([page.waitForNavigation(), page.click('button[value=merge-9]')]);
  assert.match(await page.textContent('#fates'), /part of “technology & innovation”/);
  await page.click('button[value=undo]');
  await page.waitForSelector('input[name=domains-9]');
  assert.equal(await page.inputValue('input[name=domains-9]'), 'data');
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('two people at once see both wordings, and lose nothing', async () => {
  const address = await copy('Two editors');
  const [one, two] = [await facilitator(), await facilitator(PHONE)];
  await one.page.goto(address);
  await two.page.goto(address);
  await one.page.fill('input[name=domains-1]', 'shared resources');
  await save(one.page);
  await two.page.fill('input[name=domains-1]', 'means');
  await two.page.fill('textarea[name=scope]', 'Mentoring, everywhere');
  await save(two.page);
  assert.equal(await two.page.inputValue('input[name=domains-1]'), 'means');
  assert.match(await two.page.textContent('#why-domains-1'), /By now it reads: shared resources/);
  assert.equal(await two.page.inputValue('textarea[name=scope]'), 'Mentoring, everywhere');
  assert.deepEqual(await misfits(two.page), []);
  await picture(two.page, 'phone-two-editors');
  await picture(one.page, 'laptop-saved');
  await save(two.page);
  await one.page.goto(address);
  assert.equal(await one.page.inputValue('input[name=domains-1]'), 'means');
  assert.equal(await one.page.inputValue('textarea[name=scope]'), 'Mentoring, everywhere');
  await one.page.context().close();
  await two.page.context().close();
});

test('on a phone everything fits, and a faulty file is told where', async () => {
  const address = await copy('Phone association');
  const { page } = await facilitator(PHONE);
  await page.goto(address);
  assert.deepEqual(await misfits(page), []);
  await picture(page, 'phone');
  await picture(page, 'phone-whole', true);
  const small = await page.$$eval('.line-controls button, .line-controls summary', (controls) =>
    controls.map((control) => control.getBoundingClientRect()).filter(({ width, height }) => width < 40 || height < 40).length);
  assert.equal(small, 0, 'a thumb hits every control');

  const file = { name: 'f.json', mimeType: 'application/json', buffer: Buffer.from('{ "format": "visioncast-framework", "framework": { "name": 7 } }') };
  await page.click('summary:has-text("Put a file in its place")');
  await page.setInputFiles('#file input[type=file]', file);
  await Promise.all([page.waitForNavigation(), page.click('button:text-is("Put it in place")')]);
  const told = await page.$$eval('.faults li', (lines) => lines.map((line) => line.textContent));
  assert.match(told.join('\n'), /name this is a number, not a text/);
  assert.match(told.join('\n'), /domains this is missing/);
  assert.deepEqual(await misfits(page), []);
  await page.locator('.faults').scrollIntoViewIfNeeded();
  await picture(page, 'phone-faults');
  await page.goto(`${origin}/console/framework`);
  assert.deepEqual(await misfits(page), []);
  await picture(page, 'phone-list');
  await page.context().close();
});

test('a panel begins with a framework of ones own, and takes a newer one over', async () => {
  const address = await copy('Panel association');
  const { page } = await facilitator();
  await page.goto(`${origin}/console`);
  await page.click('summary:has-text("Begin a panel")');
  await page.fill('input[name=title]', 'With a framework');
  await page.selectOption('select[name=framework]', { label: 'Panel association, version 2' });
  assert.deepEqual(await misfits(page), []);
  await Promise.all([page.waitForNavigation(), page.click('button:text-is("Begin")')]);
  const agenda = `${page.url()}/agenda`;
  await page.goto(address);
  await page.fill('input[name=domains-1]', 'means');
  await save(page);
  await page.goto(agenda);
  assert.deepEqual(await misfits(page), []);
  await page.locator('text=A newer one is here').scrollIntoViewIfNeeded();
  await picture(page, 'agenda');
  await Promise.all([page.waitForNavigation(), page.click('button:text-is("Use the newer framework")')]);
  assert.match(await page.textContent('main'), /Panel association · version 3/);
  await page.context().close();
});
