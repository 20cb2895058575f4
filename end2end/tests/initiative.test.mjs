// An initiative over two events: what facilitators see of it, what attendees see of theirs, and the volunteers' page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { launch, misfits, open, serve, signUp } from './server.mjs';

const LAPTOP = { viewport: { width: 1280, height: 720 } };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const NARROW = { viewport: { width: 320, height: 640 } };
const LONG = 'W'.repeat(180);

let server;
let origin;
let browser;
let session;
let initiative;

before(async () => {
  server = await serve();
  origin = server.announced.listening;
  browser = await launch();
  const page = await signUp(browser, server, LAPTOP);
  session = await page.context().cookies();
  initiative = origin + await page.getAttribute('.initiative-head h2 a', 'href');
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

/** Takes a picture for whoever wants to look. */
async function picture(page, name) {
  if (process.env.VISIONCAST_PICTURES) {
    await page.screenshot({ path: `${process.env.VISIONCAST_PICTURES}/${name}.png`, fullPage: true });
  }
}

async function press(page, verb) {
  await page.waitForFunction((verb) => {
    const big = document.querySelector('.big[aria-disabled=false]');
    return big?.querySelector('.big-verb').textContent.startsWith(verb);
  }, verb);
  await page.click('.big');
}

const submit = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

/** A second event, into which the first's statements are carried, and which votes on them. */
async function secondEvent() {
  const { page } = await facilitator();
  await page.goto(`${origin}/console`);
  await page.click('summary:has-text("Begin a panel")');
  await page.fill('input[name=title]', 'The spring conference');
  await page.check('input[value=ima-panel]');
  await submit(page, 'button:text-is("Begin")');
  const code = page.url().split('/').at(-1);
  await page.goto(`${initiative}/carry`);
  await page.selectOption('select[name=from]', server.announced['demo panel'].replaceAll(' ', ''));
  await page.selectOption('select[name=to]', code);
  await submit(page, 'form[method=get] button');
  assert.deepEqual(await misfits(page), [], 'carry over');
  await picture(page, 'carry-laptop');
  // The first event is lively, and more come in meanwhile: the ten go along that were there first and are voted on.
  await page.check('input[name=which][value=these]');
  for (const idea of (await page.locator('input[name=idea]').all()).slice(-10)) await idea.check();
  await submit(page, 'button:text-is("Carry over")');
  assert.match(await page.innerText('[role=status]'), /10 statements are there now/);
  await page.goto(`${origin}/console/${code}`);
  await page.waitForSelector('.desk-connection.live');
  await press(page, 'Open the next');
  await press(page, 'Close');
  await press(page, 'Open the next');
  const people = await Promise.all(Array.from({ length: 9 }, () => Attendee.join(origin, code)));
  for (const [number, person] of people.entries()) await person.vote(number % 3 === 0 ? 'disagree' : 'agree');
  await press(page, 'Close');
  await press(page, 'Show the result');
  await page.waitForSelector('.standings');
  await page.context().close();
  return code;
}

test('two events are compared, and their work goes over the board', async () => {
  await secondEvent();
  const { page, complaints } = await facilitator();
  await page.goto(`${initiative}/comparison`);
  assert.equal(await page.locator('.rounds tbody tr').count(), 10);
  assert.equal(await page.locator('.slope path[stroke-width="3"]').count(), 10);
  assert.deepEqual(await misfits(page), [], 'comparison');
  await picture(page, 'comparison-laptop');

  await page.goto(`${initiative}/board`);
  await picture(page, 'board-empty-laptop');
  for (const [title, step] of [['Ask members what a good start needs', '2'], ['A shared calendar', '5'], [LONG, '2']]) {
    if (!(await page.isVisible('input[name=title] >> nth=0'))) await page.click('summary:has-text("Add a piece")');
    const form = page.locator('form:has(input[value=add_work])');
    await form.locator('input[name=title]').fill(title);
    await form.locator('input[name=owner]').fill('Ada');
    await form.locator('input[name=horizon]').fill('before the spring conference');
    await form.locator('select[name=step]').selectOption(step);
    await Promise.all([page.waitForNavigation(), form.locator('button').click()]);
  }
  const card = () => page.locator('.card:has-text("A shared calendar")');
  for (const step of ['7', '1', '6']) {
    // By keyboard alone.
    await card().locator('select').focus();
    await card().locator('select').selectOption(step);
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  }
  await card().locator('summary:has-text("History")').click();
  assert.equal(await card().locator('.history li').count(), 4);
  assert.match(await card().locator('.history').innerText(), /Nora moved it from “Sustain acceleration” to/);
  assert.deepEqual(await misfits(page), [], 'board');
  const columns = await page.evaluate(() => new Set([...document.querySelectorAll('.board > li')].map((column) => column.offsetLeft)).size);
  assert.ok(columns > 1, 'columns on a laptop');
  await picture(page, 'board-laptop');

  await page.goto(`${initiative}/wins`);
  await page.fill('textarea[name=text]', 'Fifty people joined the first open call');
  await page.selectOption('select[name=step]', '4');
  await submit(page, '.win .primary');
  assert.match(await page.innerText('.wins'), /Fifty people/);
  assert.deepEqual(await misfits(page), [], 'wins');
  await picture(page, 'wins-laptop');

  await page.goto(`${initiative}/people`);
  await submit(page, 'button:text-is("Make an invitation")');
  assert.deepEqual(await misfits(page), [], 'people');
  await picture(page, 'people-laptop');
  await page.goto(`${initiative}/keeping`);
  await page.fill('input[name=contacts]', '365');
  await submit(page, '.sheet > form .primary');
  assert.deepEqual(await misfits(page), [], 'keeping');
  await picture(page, 'keeping-laptop');
  await page.goto(initiative);
  await picture(page, 'events-laptop');
  await page.goto(`${origin}/console`);
  await picture(page, 'panels-laptop');

  const { page: phone } = await facilitator(PHONE);
  const { page: narrow } = await facilitator(NARROW);
  for (const tab of ['', '/carry', '/comparison', '/board', '/wins', '/people', '/keeping']) {
    await phone.goto(initiative + tab);
    assert.deepEqual(await misfits(phone), [], `${tab} on a phone`);
    await picture(phone, `${tab.slice(1) || 'events'}-phone`);
    await narrow.goto(initiative + tab);
    await narrow.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
    assert.deepEqual(await misfits(narrow), [], `${tab} in a narrow window`);
  }
  assert.deepEqual(complaints, []);
});

test('an attendee sees what became of their input, and takes it to another device', async () => {
  const { page, complaints } = await open(browser, PHONE);
  const code = server.announced['demo panel'].replaceAll(' ', '');
  await page.goto(`${origin}/p/${code}`);
  await submit(page, 'form .primary');
  await page.goto(`${origin}/p/${code}/mine`);
  assert.match(await page.innerText('.empty'), /You brought nothing/);
  await picture(page, 'mine-empty-phone');
  await submit(page, 'button:text-is("Make a link")');
  assert.deepEqual(await misfits(page), [], 'own link');
  const link = await page.inputValue('#own-link');
  assert.ok(await page.isVisible('.qr svg'));
  await picture(page, 'mine-link-phone');
  const { page: other } = await open(browser, LAPTOP);
  await other.goto(link);
  assert.match(await other.innerText('h1'), /What became of my input/);
  assert.deepEqual(await misfits(other), [], 'on another device');
  await picture(other, 'mine-laptop');

  await page.goto(`${origin}/p/${code}/volunteer`);
  assert.deepEqual(await misfits(page), [], 'volunteer');
  await picture(page, 'volunteer-phone');
  await page.fill('form:has([value=join]) input[name=contact]', 'ada at example');
  await page.check('input[name=consent]');
  await page.check('input[name=step] >> nth=3');
  await submit(page, 'button:text-is("Sign up")');
  assert.match(await page.innerText('[role=alert]'), /neither/);
  assert.equal(await page.inputValue('form:has([value=join]) input[name=contact]'), 'ada at example');
  assert.ok(await page.isChecked('input[name=step] >> nth=3'));
  assert.deepEqual(await misfits(page), [], 'volunteer, refused');
  await picture(page, 'volunteer-refused-phone');
  await page.fill('form:has([value=join]) input[name=contact]', 'ada@example.org');
  await submit(page, 'button:text-is("Sign up")');
  const removal = await page.innerText('.removal-code');
  assert.deepEqual(await misfits(page), [], 'volunteer, joined');
  await picture(page, 'volunteer-joined-phone');
  await page.goto(`${origin}/p/${code}/volunteer`);
  await page.click('summary:has-text("Leave")');
  await page.fill('form:has([value=leave]) input[name=contact]', 'ada@example.org');
  await page.fill('input[name=code]', removal);
  await submit(page, 'button:text-is("Leave the list")');
  assert.match(await page.innerText('h1'), /off the list/);
  assert.deepEqual(complaints.filter((words) => !words.includes('422')), []);
});
