// The live desk at which ideas become themes: several people at once, by mouse, finger and keyboard.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { LAPTOP, PHONE, another, begin, join, next, opened, picture, promptOf, until } from './room.mjs';
import { kinds } from './postcard.mjs';
import { launch, misfits, open, serve } from './server.mjs';

const WORDS = [
  'Pay mentors for their time', 'Give every mentor a sabbatical', 'Train new mentors in pairs', 'Translate the guides',
  'مرشد لكل متدرب جديد', '指导者也需要被指导', 'Rechtsschutzversicherungsgesellschaftsmentoringprogramme', '🌱🌿🌳',
  'Meet once a month', 'Share what failed', 'Ask mentees what they need', 'Write the stories down',
];
const REAL = new URL('../../../shared/data/polis-open-data/bg2050-volunteers/comments.csv', import.meta.url);
/** How many ideas one person may bring, and a few less. */
const EACH = 8;

let server;
let origin;
let browser;
before(async () => {
  server = await serve({ demo: false });
  origin = server.announced.listening;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});


let first;
/** A panel with these ideas, brought in by as many people as it takes, and a grouping that is open. */
async function given(words, everybody = false) {
  const panel = first ? await another(await first.page.context().newPage(), origin) : await begin(browser, origin, server);
  first ??= panel;
  await next(panel.page, 'Open');
  for (let at = 0; at < words.length; at += EACH * 8) {
    const some = words.slice(at, at + EACH * 8);
    const people = Math.ceil(some.length / EACH);
    await Promise.all(Array.from({ length: people }, async (_, place) => {
      const person = await Attendee.join(origin, panel.code);
      for (const idea of some.slice(place * EACH, (place + 1) * EACH)) await person.write(idea);
    }));
  }
  const prompt = await promptOf(panel);
  await opened(origin, panel, { title: 'Themes', question: 'What belongs together?', kind: kinds.grouping(prompt, everybody) });
  return { ...panel, prompt };
}

const live = (page) => page.locator('.sorting').waitFor();

/** A facilitator's desk. */
async function desk(panel, options = LAPTOP) {
  const { page, complaints } = await open(browser, options);
  await page.context().addCookies(await first.page.context().cookies());
  await page.goto(`${panel.console}/themes?prompt=${panel.prompt}`);
  await live(page);
  return { page, complaints };
}

/** The desk of somebody in the room, where it is open to everybody. */
async function inRoom(panel, options = PHONE) {
  const { page, complaints } = await join(browser, panel.phone, options);
  await page.goto(`${panel.phone}/themes?prompt=${panel.prompt}`);
  await live(page);
  return { page, complaints };
}

const card = (page, words) => page.locator('.sorting-card').filter({ has: page.locator('.words', { hasText: words }) });
const theme = (page, name) => page.locator('.sorting-themes > .theme').filter({ has: page.locator('h2', { hasText: name }) });
const inTray = (page, name) => page.locator('.tray-themes button').filter({ hasText: new RegExp(`^${name} `) });
const held = (page, name) => theme(page, name).locator('.sorting-card .words').allTextContents();
const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
};

/** Scrolls until it is in sight: what comes into view beside it takes its true height only then. */
async function inSight(page, what) {
  const height = await page.evaluate(() => innerHeight);
  await until(async () => {
    await what.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const [, y] = await middle(what);
    return y > 0 && y < height;
  }, 'it does not come into sight');
}

async function drag(page, from, to) {
  await inSight(page, from);
  await page.mouse.move(...(await middle(from)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(from)).map((at) => at + 12), { steps: 3 });
  await page.locator('.tray.out').waitFor();
  await onto(to, (point) => page.mouse.move(...point, { steps: 8 }));
}

/** Goes where it is, and after it where it went meanwhile: others make themes too. In the tray it says that it is over it. */
async function onto(to, go) {
  let at;
  for (let goes = 0; goes < 30; goes += 1) {
    const now = await middle(to);
    const [there, shown] = await to.evaluate((place) => [!('tray' in place.dataset), place.classList.contains('over')]);
    if (at?.join() === now.join() && (there || shown)) return;
    at = now;
    // Where nothing moves, the page is told nothing.
    await go([at[0] + (goes % 2), at[1]]);
  }
}

/** With a finger, by the grip: what a touch screen tells the page. */
async function dragByTouch(page, from, to) {
  await inSight(page, from);
  const session = await page.context().newCDPSession(page);
  const touch = (type, point) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [{ x: point[0], y: point[1] }] : [] });
  const begun = await middle(from.locator('.sorting-grip'));
  await touch('touchStart', begun);
  await page.locator('.tray.out').waitFor();
  let at = begun;
  await onto(to, async (end) => {
    const from = at;
    for (let step = 1; step <= 8; step += 1) {
      at = from.map((start, axis) => start + ((end[axis] - start) * step) / 8);
      await touch('touchMove', at);
    }
  });
  await touch('touchEnd');
  await session.detach();
}

test('at the desk ideas are dragged, chosen and put, typed and taken back, and every other desk follows', async () => {
  const panel = await given(WORDS, true);
  const { page: one, complaints } = await desk(panel);
  const { page: other } = await inRoom(panel, LAPTOP);
  await picture(one, 'desk-loose-laptop', false);
  assert.deepEqual(await misfits(one), []);

  // Chosen by tap, named in the tray.
  for (const words of WORDS.slice(0, 2)) await card(one, words).locator('.sorting-pick').click();
  await card(other, WORDS[0]).locator('.sorting-holder').waitFor();
  await picture(other, 'desk-held-laptop', false);
  await one.locator('.tray').getByText('2 ideas chosen').waitFor();
  await picture(one, 'desk-chosen-laptop', false);
  assert.deepEqual(await misfits(one), []);
  await one.fill('#new-theme', 'Mentors are paid');
  await one.locator('.tray .primary').click();
  await until(async () => (await held(other, 'Mentors are paid')).length === 2, 'the other desk does not follow');
  assert.equal(await other.locator('.sorting-holder').count(), 0, 'what was put somewhere is in nobody’s hand');

  // By the keyboard: choose, N, a name.
  await card(one, WORDS[2]).locator('.sorting-pick').focus();
  await one.keyboard.press('Space');
  await one.keyboard.press('n');
  await one.keyboard.type('Mentors learn');
  await one.keyboard.press('Enter');
  await theme(other, 'Mentors learn').waitFor();
  await card(one, WORDS[3]).locator('.sorting-pick').focus();
  await one.keyboard.press('Space');
  await one.keyboard.press('2');
  await until(async () => (await held(other, 'Mentors learn')).length === 2, 'a key put it nowhere');

  // By mouse, onto a place in a theme.
  await drag(other, card(other, WORDS[4]), theme(other, 'Mentors learn').locator('h2'));
  await card(one, WORDS[4]).locator('.sorting-holder').waitFor();
  await picture(other, 'desk-drag-laptop', false);
  await other.mouse.up();
  await until(async () => (await held(one, 'Mentors learn')).includes(WORDS[4]), 'a drag moved nothing');
  const order = await held(one, 'Mentors learn');
  await drag(other, card(other, order[2]), card(other, order[0]));
  await other.mouse.move(...(await middle(card(other, order[0]))).map((at, axis) => at - (axis ? 10 : 0)));
  await other.mouse.up();
  await until(async () => (await held(one, 'Mentors learn'))[0] === order[2], 'it is not in the place where it was let go');
  await one.keyboard.press('Escape');
  await other.mouse.move(5, 5);

  // Taken back by whoever did it.
  await other.keyboard.press('Control+z');
  await until(async () => (await held(one, 'Mentors learn')).join() === order.join(), 'it was not taken back');

  // Two name at once: the half typed name stays, and says what happened.
  const wording = async (page, name) => {
    await theme(page, 'Mentors learn').locator('summary').click();
    await theme(page, 'Mentors learn').locator('.theme-buttons button').first().click();
    await theme(page, 'Mentors learn').locator('.sorting-wording input').fill(name);
  };
  await wording(one, 'Mentors are lear');
  await theme(other, 'Mentors learn').locator('summary').click();
  await theme(other, 'Mentors learn').locator('.theme-buttons button').first().click();
  await theme(other, 'Mentors learn').locator('.sorting-wording input').fill('How mentors learn');
  await other.keyboard.press('Enter');
  await one.locator('.sorting-wording .notice').filter({ hasText: 'How mentors learn' }).waitFor();
  assert.equal(await one.locator('.sorting-wording input').inputValue(), 'Mentors are lear', 'somebody wrote over it');
  await picture(one, 'desk-worded-laptop', false);
  await one.locator('.sorting-wording input').fill('Mentors are learners');
  await one.locator('.sorting-wording button[type=submit]').click();
  await theme(other, 'Mentors are learners').waitFor();

  // Without a connection nothing is lost, not even with the page.
  await one.context().setOffline(true);
  await one.locator('.notice').filter({ hasText: 'No connection' }).waitFor({ timeout: 40_000 });
  await card(one, WORDS[8]).locator('.sorting-pick').click();
  await one.locator('.tray-themes button').filter({ hasText: 'Mentors are paid' }).click();
  await until(async () => (await held(one, 'Mentors are paid')).length === 3, 'it is not shown as moved');
  await picture(one, 'desk-lost-laptop', false);
  await one.context().setOffline(false);
  await one.reload();
  await live(one);
  await until(async () => (await held(other, 'Mentors are paid')).includes(WORDS[8]), 'a move was lost');
  assert.deepEqual(await misfits(one), []);
  await picture(one, 'desk-laptop');

  await one.setViewportSize(PHONE.viewport);
  assert.deepEqual(await misfits(one), []);
  await picture(one, 'desk-phone');
  const offline = (complaint) => complaint.includes('ERR_INTERNET_DISCONNECTED');
  assert.deepEqual(complaints.filter((complaint) => !offline(complaint)), []);

  await one.setViewportSize(LAPTOP.viewport);
  // How it came about, step by step.
  await one.goto(`${panel.console}/themes/replay?prompt=${panel.prompt}&step=1`);
  await one.locator('.replay-said').filter({ hasText: 'Made “Mentors are paid”' }).waitFor();
  assert.equal(await one.locator('.theme').count(), 1);
  assert.deepEqual(await misfits(one), []);
  await picture(one, 'replay-laptop', false);
  await one.getByText('One step on').click();
  await until(async () => (await one.locator('.theme').count()) === 2, 'the second step made no second theme');
});

/** The cells of a CSV file whose cells may hold commas, quotes and line breaks. */
function cells(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

test('five browsers at once group what a real room said, two of them by touch', { skip: existsSync(REAL) ? false : 'the data is not there', timeout: 240_000 }, async () => {
  const [head, ...rows] = cells(readFileSync(REAL, 'utf8'));
  const [words, moderated] = ['comment-body', 'moderated'].map((name) => head.indexOf(name));
  const visible = rows.filter((row) => row[moderated] === '1').map((row) => row[words]);
  assert.equal(visible.length, 316);
  const panel = await given(visible, true);
  const desks = await Promise.all([desk(panel), desk(panel), desk(panel), inRoom(panel), inRoom(panel)]);
  const pages = desks.map(({ page }) => page);
  await until(async () => (await pages[3].locator('.sorting-loose .sorting-card').count()) === 316, 'ideas are missing');
  await picture(pages[0], 'real-loose-laptop', false);
  await picture(pages[3], 'real-loose-phone', false);
  // Each makes a theme of its own, and puts six ideas into themes, all at once: none of them may be lost.
  const expected = new Map();
  await Promise.all(pages.map(async (page, place) => {
    const name = `Theme ${place + 1}`;
    const cards = page.locator('.sorting-loose .sorting-card');
    const mine = (at) => cards.filter({ has: page.locator(`.words >> text="${visible[at].split('\n')[0].replaceAll('"', '\\"')}"`) }).first();
    const some = Array.from({ length: 7 }, (_, step) => place * 60 + step * 7);
    await mine(some[0]).locator('.sorting-pick').click();
    await page.fill('#new-theme', name);
    await page.locator('.tray .primary').click();
    await theme(page, name).waitFor();
    for (const at of some.slice(1)) {
      const from = mine(at);
      if (place < 3) {
        await drag(page, from, inTray(page, name));
        await page.mouse.up();
      } else {
        await dragByTouch(page, from, inTray(page, name));
      }
      await until(async () => (await theme(page, name).locator('.sorting-card').count()) >= 1 + some.indexOf(at), `${name} lacks ${visible[at]}`);
    }
    expected.set(name, some.map((at) => visible[at]));
  }));
  const there = (page) => page.locator('.sorting-themes > .theme').evaluateAll((themes) =>
    themes.map((theme) => [theme.querySelector('h2').textContent, [...theme.querySelectorAll('.words')].map((words) => words.textContent)]));
  await until(async () => {
    const all = await Promise.all(pages.map(there));
    return all.every((one) => JSON.stringify(one) === JSON.stringify(all[0]));
  }, 'the five desks do not agree');
  const [settled] = await Promise.all(pages.map(there));
  assert.equal(settled.length, 5);
  assert.equal(settled.reduce((sum, [, words]) => sum + words.length, 0), 35, 'a move was lost');
  await Promise.all(pages.map((page, place) => picture(page, `real-${place}`, false)));
  for (const { complaints } of desks) assert.deepEqual(complaints, []);
});
