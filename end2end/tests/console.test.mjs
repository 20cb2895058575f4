// What facilitators and the hall see: a whole panel by keyboard alone, every state looked over on the way.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { FACILITATOR, axe, faults, launch, open, serve, signUp } from './server.mjs';

const LAPTOP = { viewport: { width: 1280, height: 720 } };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };
const NARROW = { viewport: { width: 320, height: 640 } };
const LONG = 'W'.repeat(180);

let server;
let origin;
let browser;
let session;

before(async () => {
  server = await serve();
  origin = server.announced.listening;
  browser = await launch();
  const page = await signUp(browser, server, LAPTOP, async (invited) =>
    assert.deepEqual(await faults(invited), [], 'invitation'));
  session = await page.context().cookies();
  await page.context().close();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A page of somebody who is signed in. */
async function facilitator(options = LAPTOP) {
  const opened = await open(browser, options);
  await opened.page.context().addCookies(session);
  return opened;
}

/** A new panel: its code, its console's address and its projector's. */
async function begin(title, template = 'ima-panel') {
  const { page } = await facilitator();
  await page.goto(`${origin}/console`);
  await page.click('summary:has-text("Begin a panel")');
  await page.fill('input[name=title]', title);
  await page.check(`input[value=${template}]`);
  await Promise.all([page.waitForNavigation(), page.click('button:text-is("Begin")')]);
  const console = page.url();
  const screen = origin + await page.getAttribute('a[href^="/screen/"]', 'href');
  await page.context().close();
  return { code: console.split('/').at(-1), console, screen };
}

/** Opens a console and waits until it is live. */
async function live(page, address) {
  await page.goto(address);
  await page.waitForSelector('.desk-connection.live');
}

/** Presses Tab until what has the focus matches. */
async function tabTo(page, selector) {
  for (let stops = 0; stops < 150; stops += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

/** What has the focus must be seen to have it. */
async function assertFocusIsSeen(page, where) {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing has the focus';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (outlineStyle === 'none' || outlineWidth === '0px') return `no outline: ${element.outerHTML.slice(0, 120)}`;
    if (box.bottom <= 0 || box.top >= innerHeight) return `out of sight: ${element.outerHTML.slice(0, 120)}`;
    return '';
  });
  assert.equal(seen, '', where);
}

/** Presses the one big control once it offers this. */
async function pressBig(page, verb) {
  await page.waitForFunction((verb) => {
    const big = document.querySelector('.big[aria-disabled=false]');
    return big?.querySelector('.big-verb').textContent.startsWith(verb);
  }, verb);
  await tabTo(page, '.big');
  await page.keyboard.press('Enter');
}

const offers = (page, words) => page.waitForFunction(
  (words) => document.querySelector('.next').innerText.includes(words), words);

test('a facilitator runs a whole panel by keyboard alone', async () => {
  const { page, complaints } = await open(browser, LAPTOP);
  const { page: wall, complaints: wallComplaints } = await open(browser, PROJECTOR);
  const look = async (where) => {
    assert.deepEqual(await faults(page), [], where);
    // It is light in every room.
    assert.deepEqual(await axe(wall), [], `projector, ${where}`);
    const big = await page.evaluate(() => document.querySelector('.next').getBoundingClientRect().bottom);
    assert.ok(big <= LAPTOP.viewport.height, `${where}: the big control ends at ${big}`);
  };

  await page.goto(`${origin}/sign-in`);
  assert.deepEqual(await faults(page), [], 'sign in');
  await tabTo(page, 'input[name=name]');
  await page.keyboard.type(FACILITATOR.name);
  await tabTo(page, 'input[name=password]');
  await page.keyboard.type(FACILITATOR.password);
  await Promise.all([page.waitForURL(`${origin}/console`), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
  await tabTo(page, '.begin > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, 'input[name=title]');
  await page.keyboard.type('By keyboard alone');
  await tabTo(page, 'input[name=template]');
  await assertFocusIsSeen(page, 'templates');
  const template = () => page.evaluate(() => document.querySelector('input[name=template]:checked')?.value);
  for (let presses = 0; (await template()) !== 'ima-panel'; presses += 1) {
    assert.ok(presses < 9, 'the template of votes on ideas is among them');
    await page.keyboard.press('ArrowDown');
  }
  assert.deepEqual(await faults(page), [], 'panels');
  await tabTo(page, '.begin button[type=submit]');
  await Promise.all([page.waitForURL(/console\/[^/]+$/), page.keyboard.press('Enter')]);
  await page.waitForSelector('.desk-connection.live');
  await wall.goto(origin + await page.getAttribute('a[href^="/screen/"]', 'href'));
  const code = page.url().split('/').at(-1);
  await look('planned');

  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  await wall.waitForSelector('.hall');
  await assertFocusIsSeen(page, 'opened');
  await look('open, nobody has answered');

  const people = await Promise.all([1, 2, 3].map(() => Attendee.join(origin, code)));
  for (const [number, person] of people.entries()) await person.write(`Idea ${number}`);
  await page.waitForFunction(() => document.querySelectorAll('.ideas-list .idea').length === 3);
  await wall.waitForFunction(() => document.querySelectorAll('.landed').length === 3);
  await look('ideas arrive');

  await page.keyboard.press('h');
  await page.waitForSelector('.reasons');
  await look('a reason is asked for');
  await page.keyboard.press('1');
  await page.waitForSelector('.hidden-idea');
  await wall.waitForFunction(() => document.querySelectorAll('.landed').length === 2);
  await page.keyboard.press('t');
  await page.waitForFunction(() => /^(8|9):/.test(document.querySelector('[role=timer]').innerText));
  await look('hidden, and more time');

  await pressBig(page, 'Close');
  await offers(page, 'Open the next');
  await assertFocusIsSeen(page, 'closed');
  await look('closed');
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  for (const [number, person] of people.entries()) {
    assert.ok(await person.vote(number === 0 ? 'disagree' : 'agree') > 0, 'there was something to vote on');
  }
  await page.waitForFunction(() => /3\s*of 3 have voted/.test(document.querySelector('.counts').innerText));
  await wall.waitForFunction(() => /3\s*of 3 have voted/.test(document.querySelector('.hall').innerText));
  await look('vote');
  assert.equal(await page.locator('.standings').count(), 0, 'no result before the reveal');

  await pressBig(page, 'Close');
  await pressBig(page, 'Show the result');
  await offers(page, 'Call it back');
  await wall.waitForFunction(() => document.querySelector('.hall').innerText.includes('The result in'));
  await assertFocusIsSeen(page, 'due');
  await page.keyboard.press('Enter');
  await offers(page, 'Show the result');
  await assertFocusIsSeen(page, 'called back');
  await look('called back');
  await pressBig(page, 'Show the result');
  await page.waitForSelector('.standings');
  await wall.waitForSelector('.results-list');
  await look('revealed');

  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  await page.keyboard.press('u');
  await offers(page, 'Open the next');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open] .keys');
  await assertFocusIsSeen(page, 'keys');
  assert.deepEqual(await faults(page), [], 'keys');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });

  await tabTo(page, '.now-grave > button:last-of-type');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open]');
  assert.deepEqual(await faults(page), [], 'end?');
  await tabTo(page, 'dialog[open] .primary');
  await page.keyboard.press('Enter');
  await offers(page, 'Read the report');
  await assertFocusIsSeen(page, 'ended');
  await look('ended');
  await tabTo(page, '.now-grave > button:last-of-type');
  await page.keyboard.press('Enter');
  await offers(page, 'Open the next');
  await assertFocusIsSeen(page, 'reopened');
  assert.deepEqual(complaints, []);
  assert.deepEqual(wallComplaints, []);
});

test('the result comes one step at a time, and a reload keeps the step', async () => {
  const panel = await begin('Steps');
  const { page } = await facilitator();
  const { page: wall } = await open(browser, PROJECTOR);
  await wall.goto(panel.screen);
  await live(page, panel.console);
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  const people = await Promise.all([1, 2, 3].map(() => Attendee.join(origin, panel.code)));
  for (const [number, person] of people.entries()) await person.write(`Idea ${number}`);
  await pressBig(page, 'Close');
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  for (const person of people) await person.vote('agree');
  await pressBig(page, 'Close');
  await pressBig(page, 'Show the result');
  await wall.waitForSelector('.results-list');
  const shown = () => wall.evaluate(() =>
    [...document.querySelectorAll('.results-list li')].filter((row) => getComputedStyle(row).visibility === 'visible').length);
  assert.ok(await shown() < 3, 'not all at once');
  await wall.waitForFunction(() => document.querySelectorAll('.in-light, .to-come').length === 0);
  assert.equal(await shown(), 3);
  await wall.reload();
  await wall.waitForSelector('.results-list');
  assert.equal(await shown(), 3);
  assert.match(await wall.innerText('.results h1'), /agree/);
});

test('pages of facilitators have no faults and fit a narrow window, with the longest words', async () => {
  const panel = await begin(LONG, 'blank');
  const { page, complaints } = await facilitator();
  await page.goto(`${panel.console}/agenda`);
  await page.evaluate(() => document.querySelectorAll('input, textarea').forEach((field) => field.removeAttribute('required')));
  await page.click('.entry summary');
  await page.fill('.entry input[name=title]', '');
  await Promise.all([page.waitForNavigation(), page.click('.entry .fields .primary')]);
  assert.match(await page.innerText('[role=alert]'), /empty/);
  assert.deepEqual(await faults(page), [], 'agenda with an error');
  await page.fill('.entry input[name=title]', LONG);
  await page.fill('.entry textarea[name=question]', `${LONG} ${LONG}`);
  await Promise.all([page.waitForNavigation(), page.click('.entry .fields .primary')]);
  await live(page, panel.console);
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  const person = await Attendee.join(origin, panel.code);
  await person.write(LONG);
  await page.waitForSelector('.idea');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  const bottom = await page.evaluate(() => document.querySelector('.next').getBoundingClientRect().bottom);
  assert.ok(bottom <= LAPTOP.viewport.height, `the big control ends at ${bottom}`);

  const { page: narrow } = await facilitator(NARROW);
  const places = ['/', `/p/${panel.code}`, '/sign-in', '/console', `/console/${panel.code}`,
    `/console/${panel.code}/agenda`, `/console/${panel.code}/ideas`];
  for (const place of places) {
    await narrow.goto(origin + place);
    await narrow.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
    const width = await narrow.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= NARROW.viewport.width, `${place} is ${width} wide`);
    assert.deepEqual(await faults(narrow), [], place);
  }
  const { page: wall } = await open(browser, PROJECTOR);
  await wall.goto(panel.screen);
  await wall.waitForSelector('.landed');
  const [inside, outside] = await wall.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  assert.ok(inside <= outside, `the projector is ${inside} high`);
  // The browser itself remarks that the form with the error was refused.
  assert.deepEqual(complaints.filter((words) => !words.includes('422')), []);
});

test('with reduced motion nothing moves', async () => {
  const panel = await begin('At rest', 'blank');
  const still = { reducedMotion: 'reduce' };
  const { page } = await facilitator({ ...LAPTOP, ...still });
  const { page: wall } = await open(browser, { ...PROJECTOR, ...still });
  const moving = (page) => page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
    const lasts = (durations) => durations.split(', ').some((duration) => parseFloat(duration) > 0);
    return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
  }).map((element) => element.className));
  await wall.goto(panel.screen);
  await live(page, panel.console);
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  await (await Attendee.join(origin, panel.code)).write('Softly');
  await page.waitForSelector('.idea');
  await wall.waitForSelector('.landed');
  assert.deepEqual(await moving(page), []);
  assert.deepEqual(await moving(wall), []);
});

test('a burst of ideas is not read out one by one', async () => {
  const panel = await begin('Many at once', 'blank');
  const { page } = await facilitator();
  const { page: wall } = await open(browser, PROJECTOR);
  await wall.goto(panel.screen);
  await live(page, panel.console);
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  await wall.waitForSelector('.hall');
  for (const each of [page, wall]) {
    await each.evaluate(() => {
      window.announcements = [];
      const listen = new MutationObserver((changes) => changes.forEach((change) => {
        const region = change.target.parentElement?.closest('[role=status], [role=alert], [aria-live]')
          ?? (change.target.closest?.('[role=status], [role=alert], [aria-live]'));
        if (region) window.announcements.push(region.textContent);
      }));
      listen.observe(document.body, { childList: true, characterData: true, subtree: true });
    });
  }
  const ideas = 30;
  const people = await Promise.all(Array.from({ length: 10 }, () => Attendee.join(origin, panel.code)));
  for (let round = 0; round < ideas / people.length; round += 1) {
    await Promise.all(people.map((person, place) => person.write(`Idea ${place} of round ${round}`)));
  }
  await page.waitForFunction((ideas) => document.querySelectorAll('.ideas-list .idea').length === ideas, ideas);
  await wall.waitForFunction((ideas) => document.body.innerText.includes(`${ideas} ideas`), ideas);
  const heard = await page.evaluate(() => window.announcements);
  assert.ok(heard.length > 0, 'the console says that answers come in');
  assert.ok(heard.length <= ideas / 5, `the console said ${JSON.stringify(heard)}`);
  assert.deepEqual(await wall.evaluate(() => window.announcements), [], 'the projector says nothing new');
});

test('a console that lost its connection says so, keeps nothing for later, and comes back', async () => {
  const panel = await begin('Lost and found', 'blank');
  const { page } = await facilitator();
  const { page: wall } = await open(browser, PROJECTOR);
  let cut = false;
  const sockets = new Set();
  for (const each of [page, wall]) {
    await each.routeWebSocket(/\/ws/, (socket) => {
      if (cut) {
        socket.close();
      } else {
        socket.connectToServer();
        sockets.add(socket);
      }
    });
  }
  await wall.goto(panel.screen);
  await live(page, panel.console);
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  await wall.waitForSelector('.hall');
  cut = true;
  await Promise.all([...sockets].map((socket) => socket.close()));
  await page.waitForSelector('.desk-connection.lost');
  await wall.waitForSelector('.strip-mark.offline');
  await page.waitForSelector('.big[aria-disabled=true]');
  await page.keyboard.press('c');
  await page.waitForFunction(() => document.querySelector('[role=alert]').innerText.includes('Not done: closing'));
  assert.deepEqual(await faults(page), [], 'console');
  assert.deepEqual(await faults(wall), [], 'projector');
  cut = false;
  await page.waitForSelector('.desk-connection.live');
  await wall.waitForSelector('.strip-mark.offline', { state: 'detached' });
  await offers(page, 'Close');
  await pressBig(page, 'Close');
  await offers(page, 'End the panel');
});

test('what was spoken or written on paper is entered, marked, and counts', async () => {
  const panel = await begin('Beside the phones');
  const { page } = await facilitator();
  await live(page, panel.console);
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  await page.goto(`${panel.console}/ideas`);
  await page.click('summary:has-text("Enter an idea")');
  await page.fill('textarea[name=words]', 'Said from the third row');
  await Promise.all([page.waitForNavigation(), page.click('button:text-is("Enter the idea")')]);
  assert.match(await page.innerText('.all-ideas'), /Said from the third row[^]*spoken/);
  await live(page, panel.console);
  await page.keyboard.press('e');
  await page.waitForSelector('dialog[open] textarea:focus');
  await page.keyboard.type('Read from a card');
  assert.deepEqual(await faults(page), [], 'entry');
  await tabTo(page, 'dialog[open] input[type=radio]');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'dialog[open] button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
  await page.waitForFunction(() => /Read from a card[^]*on paper/.test(document.querySelector('.idea').innerText));
  assert.equal(await page.inputValue('dialog textarea'), '');
  await pressBig(page, 'Close');
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  await page.goto(`${panel.console}/ideas`);
  await page.click('summary:has-text("from a sheet")');
  await page.check('.fields:has(.sheet-lines) input[value=paper]');
  await page.selectOption('.sheet-line:first-child select', 'agree');
  await Promise.all([page.waitForNavigation(), page.click('button:text-is("Enter the sheet")')]);
  await live(page, panel.console);
  await page.waitForFunction(() => /1\s*of 1 has voted/.test(document.querySelector('.counts').innerText));
});

test('words are erased only by somebody who ticked that they mean it, and everywhere', async () => {
  const panel = await begin('To be forgotten', 'blank');
  const { page } = await facilitator();
  const { page: wall } = await open(browser, PROJECTOR);
  await live(page, panel.console);
  await pressBig(page, 'Open the next');
  await offers(page, 'Close');
  const [one, other] = await Promise.all([1, 2].map(() => Attendee.join(origin, panel.code)));
  await one.write('Names a neighbour');
  await one.write('Written by the same hand');
  await other.write('Somebody else');
  await wall.goto(panel.screen);
  await wall.waitForFunction(() => document.querySelectorAll('.landed').length === 3);

  const { page: plain } = await facilitator({ ...LAPTOP, javaScriptEnabled: false });
  await plain.goto(`${panel.console}/ideas`);
  const row = (words) => plain.locator('.all-ideas > li', { hasText: words });
  const erase = async (words, extent) => {
    await row(words).locator('summary:text-is("Erase")').click();
    await row(words).locator(`input[value=${extent}]`).check();
    await row(words).locator('input[name=sure]').check();
    await Promise.all([plain.waitForNavigation(), row(words).locator('button.grave').click()]);
  };
  const form = await row('Names a neighbour').locator('form:has(.grave)').evaluateAll((forms) =>
    Object.fromEntries(new FormData(forms[0])));
  const unsure = await plain.request.post(`${panel.console}/ideas`, { form, headers: { origin } });
  assert.equal(unsure.status(), 422);
  assert.match(await unsure.text(), /Nothing was erased/);

  await erase('Names a neighbour', 'words');
  assert.doesNotMatch(await plain.innerText('.all-ideas'), /neighbour/);
  assert.match(await plain.innerText('.all-ideas'), /Written by the same hand/);
  await wall.waitForFunction(() => !document.body.innerText.includes('neighbour'));
  await erase('Written by the same hand', 'author');
  assert.doesNotMatch(await plain.innerText('.all-ideas'), /same hand/);
  assert.match(await plain.innerText('.all-ideas'), /Somebody else/);
  assert.doesNotMatch(await one.page(), /same hand/);
  const report = await plain.request.get(`${panel.console}/export/json`);
  assert.doesNotMatch(await report.text(), /Names a neighbour|same hand/);
});
