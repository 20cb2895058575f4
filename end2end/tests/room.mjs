// A panel with a facilitator and phones, as they meet it in their browsers.

import assert from 'node:assert/strict';
import { open } from './server.mjs';

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const LAPTOP = { viewport: { width: 1440, height: 900 } };

/** Makes the first facilitator and a panel; answers with the console's page and the panel's addresses. */
export async function begin(browser, origin, server, { template = 'ima-panel', ...more } = {}) {
  const { page, complaints } = await open(browser, LAPTOP);
  const post = async (path, form) => {
    const answer = await page.context().request.post(origin + path, { form, maxRedirects: 0 });
    assert.equal(answer.status(), 303, await answer.text());
    return answer.headers().location;
  };
  const invitation = new URL(server.announced['first facilitator, one-time link']).pathname;
  await post(invitation, { name: 'Nora', password: 'four plain words together' });
  const path = await post('/console', { title: 'A panel to be tested', template, ...more });
  const code = path.split('/').pop();
  await page.goto(origin + path);
  await page.getByText('Connected').waitFor();
  const screen = await page.locator('a[href^="/screen/"]').first().getAttribute('href');
  return { page, complaints, code, phone: `${origin}/p/${code}`, screen: origin + screen, console: origin + path };
}

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
