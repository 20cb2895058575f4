// The real binary on an empty database, and browsers to meet it with.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/**
 * Starts `visioncast serve`, with the demo panel or on an empty database; answers with what it announced, by the words
 * before the colon. In a `folder` of somebody else's it goes on where the last one ended.
 */
export async function serve({ demo = true, folder: given } = {}) {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'visioncast-')));
  const database = `sqlite://${join(folder, 'panel.db')}`;
  const server = spawn(
    process.env.VISIONCAST_BIN,
    ['serve', '--addr', '127.0.0.1:0', '--database', database, ...(demo ? ['--demo'] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, VISIONCAST_LOG: 'error' } },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const announced = {};
  for await (const line of createInterface({ input: server.stdout })) {
    const colon = line.indexOf(': ');
    announced[line.slice(0, colon)] = line.slice(colon + 2).trim();
    if (announced[demo ? 'demo console' : 'facilitators']) break;
  }
  const end = async (signal) => {
    server.kill(signal);
    await ended;
  };
  const stop = async () => {
    await end('SIGTERM');
    if (!given) await rm(folder, { recursive: true });
  };
  return { announced, database, kill: () => end('SIGKILL'), stop };
}

/** Who `signUp` makes. */
export const FACILITATOR = { name: 'Nora', password: 'four plain words together' };

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });

/** A page that remembers what its console complained about. */
export async function open(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints };
}

/** What axe finds on a page: one line for each element. */
export async function axe(page) {
  // What is about to land is faint for a moment, and axe would measure it then: nothing moves while it looks.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // The site's policy lets no foreign script in; axe comes by the debugger.
  await page.evaluate(await (await import('node:fs/promises')).readFile(AXE, 'utf8'));
  const found = await page.evaluate(() =>
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  await page.emulateMedia({ reducedMotion: null });
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** What axe finds on a page, in a light room and in a dark one. */
export async function faults(page) {
  const found = [];
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axe(page)).map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
}

/** The same, and whether the page is wider than its window. */
export async function misfits(page) {
  const found = await faults(page);
  const [wide, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (wide > width) found.push(`the page is ${wide} pixels wide, the window ${width}`);
  return found;
}

/** Makes the first facilitator, by the link that the server announced; answers with the page that this leads to. */
export async function signUp(browser, server, options, invited = () => {}) {
  const { page } = await open(browser, options);
  await page.goto(server.announced['first facilitator, one-time link']);
  await invited(page);
  await page.fill('input[name=name]', FACILITATOR.name);
  await page.fill('input[name=password]', FACILITATOR.password);
  await Promise.all([page.waitForNavigation(), page.click('button.primary')]);
  return page;
}
