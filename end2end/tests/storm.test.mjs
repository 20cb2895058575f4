// A bad night for the network: sockets cut anywhere in a frame, tabs killed with a full outbox, servers killed and
// started again. In the end every screen equals a fresh one, and all that was sent is recorded once.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { after, before, test } from 'node:test';
import { begin, join, next, shown, until, waiting } from './room.mjs';
import { launch, open, serve } from './server.mjs';
import { wire } from './wire.mjs';

const PHONES = 4;
/** What happens while they write, and again while they vote. */
const BLOWS = Number(process.env.STORM_BLOWS ?? 8);
const SEED = Number(process.env.STORM_SEED ?? Date.now() % 1_000_000);

let random;
let browser;
let folder;
let server;
let line;
before(async () => {
  random = numbers(SEED);
  folder = await mkdtemp(path(tmpdir(), 'visioncast-'));
  browser = await launch();
  server = await serve({ demo: false, folder });
  line = await wire();
  line.lead(server);
});
after(async () => {
  await browser?.close();
  line?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test(`nothing is lost, doubled or left behind (STORM_SEED=${SEED})`, async () => {
  const room = await begin(browser, line.origin, server);
  const { page: projector } = await open(browser);
  await projector.goto(room.screen);
  const phones = [];
  for (let each = 0; each < PHONES; each += 1) {
    const { page } = await join(browser, room.phone);
    phones.push({ page, wrote: [], voted: [] });
  }

  await next(room.page, 'Open');
  for (const phone of phones) await phone.page.locator('textarea').waitFor();
  await storm(room, phones, async (phone, round) => {
    const words = `Idea ${phones.indexOf(phone)}-${round} of seed ${SEED}`;
    await phone.page.fill('textarea', words);
    await phone.page.click('button:has-text("Send")');
    phone.wrote.push(words);
  });
  await next(room.page, 'Close');

  await next(room.page, 'Open');
  for (const phone of phones) await phone.page.locator('.ballot button.agree').waitFor();
  await storm(room, phones, async (phone) => {
    const card = phone.page.locator('.ballot .card .words');
    if ((await card.count()) === 0) return;
    const choice = pick(['agree', 'disagree', 'pass']);
    phone.voted.push({ words: await card.innerText(), choice });
    await phone.page.click(`.ballot button.${choice}`);
  });

  for (const [name, page] of [['console', room.page], ['projector', projector], ...phones.map(({ page }, at) => [`phone ${at}`, page])]) {
    const fresh = await page.context().newPage();
    await fresh.goto(page.url());
    let texts;
    await until(async () => {
      texts = await Promise.all([shown(page), shown(fresh)]);
      return texts[0] === texts[1];
    }).catch(() => assert.equal(...texts, `${name} shows something else than a fresh one`));
    await fresh.close();
  }
  await recorded(room.code, phones);
});

/** Blow after blow, while phones do something; then calm, until every outbox is empty. */
async function storm(room, phones, act) {
  for (let round = 0; round < BLOWS; round += 1) {
    const phone = pick(phones);
    await pick([cut, wear, lose, restart, killTab])(phone, () => act(phone, round));
    await act(pick(phones.filter((other) => other !== phone)), `${round}b`);
    line.wear(null);
    line.lead(server);
  }
  for (const { page } of phones) {
    await until(async () => (await waiting(page)) === 0, 'an outbox stays full');
  }
  await room.page.getByText('Connected').waitFor();
}

async function cut(_, act) {
  await act();
  line.cut();
}

async function wear(_, act) {
  line.wear(() => 300 + Math.floor(random() * 4_000));
  line.cut();
  await act();
  await pause(1_500);
}

async function lose(_, act) {
  line.lose();
  await act();
  await pause(random() * 1_500);
}

async function restart(_, act) {
  const acting = act();
  await pause(random() * 60);
  await server.kill();
  line.lose();
  await acting;
  server = await serve({ demo: false, folder });
}

/** What was sent is in the outbox alone when the tab goes. */
async function killTab(phone, act) {
  line.lose();
  await act();
  const [page, url] = [phone.page, phone.page.url()];
  phone.page = await page.context().newPage();
  await page.close();
  line.lead(server);
  await phone.page.goto(url);
}

/** The log holds each idea and each vote as it was sent, once. */
async function recorded(code, phones) {
  const out = path(folder, 'export');
  const run = (...rest) => execFileSync(process.env.VISIONCAST_BIN, [...rest, '--database', server.database]);
  run('verify', code);
  run('export', code, '--format', 'json', '--complete', '--out', out);
  const archive = JSON.parse(await readFile(path(out, 'panel.json'), 'utf8'));
  const texts = new Map(archive.words.map(({ id, text }) => [id, text]));
  const ideas = new Map();
  const votes = [];
  for (const { event } of archive.events) {
    if (event.idea_added) ideas.set(event.idea_added.idea, texts.get(event.idea_added.words));
    if (event.ballot_cast) votes.push(`${ideas.get(event.ballot_cast.idea)}: ${event.ballot_cast.choice}`);
  }
  assert.deepEqual([...ideas.values()].sort(), phones.flatMap(({ wrote }) => wrote).sort());
  const sent = phones.flatMap(({ voted }) => voted.map(({ words, choice }) => `${words}: ${choice}`));
  assert.ok(sent.length > PHONES, 'too few votes were cast to show anything');
  assert.deepEqual(votes.sort(), sent.sort());
}

const pick = (from) => from[Math.floor(random() * from.length)];
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Numbers in [0, 1) from a seed (SplitMix32). */
function numbers(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}
