// A panel with a facilitator and phones, as they meet it in their browsers.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { dial, steps } from './postcard.mjs';
import { open } from './server.mjs';

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const LAPTOP = { viewport: { width: 1440, height: 900 } };

const post = async (page, address, form) => {
  const answer = await page.context().request.post(address, { form, maxRedirects: 0 });
  assert.equal(answer.status(), 303, await answer.text());
  return answer.headers().location;
};

/** Makes the first facilitator and a panel; answers with the console's page and the panel's addresses. */
export async function begin(browser, origin, server, more = {}) {
  const { page, complaints } = await open(browser, LAPTOP);
  const invitation = new URL(server.announced['first facilitator, one-time link']).pathname;
  await post(page, origin + invitation, { name: 'Nora', password: 'four plain words together' });
  return { complaints, ...(await another(page, origin, more)) };
}

/** Begins a panel, as whoever is signed in on that page, and shows its console there; answers as `begin` does. */
export async function another(page, origin, { template = 'ima-panel', ...more } = {}) {
  const path = await post(page, `${origin}/console`, { title: 'A panel to be tested', template, ...more });
  const code = path.split('/').pop();
  await page.goto(origin + path);
  await page.getByText('Connected').waitFor();
  const screen = await page.locator('a[href^="/screen/"]').first().getAttribute('href');
  return { page, code, phone: `${origin}/p/${code}`, screen: origin + screen, console: origin + path };
}

/** The first question of a panel, by its id. */
export async function promptOf(panel) {
  const ideas = await panel.page.context().request.get(`${panel.console}/ideas`);
  return (await ideas.text()).match(/\?prompt=([0-9a-f-]{36})/)[1];
}

/** Puts an item on the agenda of a panel, and opens it. */
export async function opened(origin, panel, plan) {
  const cookies = (await panel.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const steer = await dial(origin, `/ws?console=${panel.code}`, cookies);
  const activity = randomUUID();
  await steer.submit(steps.add(activity, plan));
  await steer.submit(steps.open(activity));
  steer.close();
}

/** Keeps a picture of a page for whoever wants to look at it. */
export const picture = (page, name, fullPage = true) =>
  process.env.PICTURES ? page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage }) : undefined;

/** Presses a button that leads to another page, and waits for that. */
export const press = (page, button) => Promise.all([page.waitForNavigation(), button.click()]);

/** Presses the one big control, which says `verb` now, and waits until it has had its effect. */
export async function next(page, verb) {
  // For a moment after each step it rests, so that no step is taken twice by accident.
  const control = page.locator('.next .big[aria-disabled=false]').filter({ hasText: verb });
  await control.waitFor();
  await page.keyboard.press('n');
  await page.locator('.next').filter({ hasText: verb }).waitFor({ state: 'detached' });
}

/** A phone that has joined and is live. */
export async function join(browser, address, options = PHONE) {
  const { page, complaints } = await open(browser, options);
  await page.goto(address);
  const live = page.waitForEvent('websocket');
  await page.click('button.primary');
  await live;
  return { page, complaints };
}

/** How many answers a phone still has to bring to the server. */
export const waiting = (page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/sent/')).length);

/** Waits until `condition` holds; a message says what did not. */
export async function until(condition, message, patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    if (await condition()) return;
    assert.ok(Date.now() < end, message);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const without = (words, heard) => words.replace(heard, ' ');

/** The words on a page, without those that depend on the moment, or that only whoever just voted needs. */
export async function shown(page) {
  const parts = await page.locator('#app > :not(.aside)').allInnerTexts();
  // What is read out tells of changes: a page that has just come has seen none.
  const heard = await page.locator('#app > :not(.aside) .aside').allInnerTexts();
  return [/\d+:\d\d|\d+ minutes? left|Less than a minute left/g, / Last: (agree|disagree|pass)\.\s+Change/g, /\s+/g]
    .reduce((words, moment) => words.replace(moment, ' '), heard.reduce(without, parts.join(' ')))
    .trim();
}
