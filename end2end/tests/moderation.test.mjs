// What waits for a facilitator: read by keys at the console, told to its author, told to everybody how, kept in a log.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { LAPTOP, PHONE, begin, join, next, picture, press } from './room.mjs';
import { launch, misfits, open, serve } from './server.mjs';

const HALL = { viewport: { width: 1920, height: 1080 } };
const SAME = ['Plant more trees', 'plant more trees!', 'PLANT MORE TREES'];

let server;
let origin;
let browser;
let panel;
before(async () => {
  server = await serve({ demo: false });
  origin = server.announced.listening;
  browser = await launch();
  panel = await begin(browser, origin, server);
  await next(panel.page, 'Open');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function write(...ideas) {
  for (const words of ideas) await (await Attendee.join(origin, panel.code)).write(words);
}

async function hold(what, words = '') {
  const form = { id: randomUUID(), do: 'moderate', hold: what, also: words, except: '' };
  const answer = await panel.page.context().request.post(`${panel.console}/ideas`, { form, maxRedirects: 0 });
  assert.equal(answer.status(), 303);
}

/** Presses a key about what waits, once it has settled. */
async function key(page, pressed) {
  await page.waitForTimeout(400);
  await page.keyboard.press(pressed);
}

test('what waits is shown, hidden, merged and put off by one key each, and a step is taken back', async () => {
  await write(...SAME);
  await hold('all');
  await write('A garden on every roof', 'Where is my coat?', 'Write to ana@example.org', 'Plant more trees.', 'Lend tools');
  const { page } = panel;
  const wall = (await open(browser, HALL)).page;
  await wall.goto(panel.screen);
  await wall.getByText('Plant more trees', { exact: true }).waitFor();
  const count = (waiting) => page.getByText(waiting, { exact: true }).waitFor();
  const up = (words) => page.locator('.held.up').filter({ hasText: words }).waitFor();

  await count('5 ideas wait for you');
  await up('A garden on every roof');
  await picture(page, 'waiting-laptop', false);
  assert.deepEqual(await misfits(page), []);
  await key(page, 'v');
  await wall.getByText('A garden on every roof').waitFor();
  await up('Where is my coat?');
  await key(page, '2');
  await count('3 ideas wait for you');
  await key(page, 'u');
  await count('4 ideas wait for you');
  await up('ana@example.org');
  await page.getByText('e-mail address: “ana@example.org”').waitFor();
  await key(page, 'j');
  await up('Plant more trees.');
  await key(page, 'm');
  await count('3 ideas wait for you');
  await page.locator('.idea').filter({ hasText: 'Stands with “Plant more trees”' }).waitFor();
  assert.equal(await wall.getByText('Where is my coat?').count(), 0);
  assert.equal(await wall.getByText('ana@example.org').count(), 0);
  await page.keyboard.press('?');
  await page.getByText('Show the idea that waits').waitFor();
  await picture(page, 'waiting-keys', false);
  await page.keyboard.press('Escape');
  await picture(wall, 'waiting-hall', false);
  await wall.context().close();
});

test('an idea without a twin is merged into the one that is chosen, and comes back by its name', async () => {
  const { page } = panel;
  await page.locator('.held').filter({ hasText: 'Lend tools' }).getByRole('button', { name: 'Says the same as' }).click();
  await page.getByText('Choose the idea that stays').waitFor();
  await picture(page, 'waiting-merge', false);
  await page.locator('.idea').filter({ hasText: 'A garden' }).getByRole('button', { name: 'This one stays' }).click();
  const merged = page.locator('.idea').filter({ hasText: 'Lend tools' });
  await merged.getByText('Stands with “A garden on every roof”').waitFor();
  await merged.getByRole('button', { name: 'Show again' }).click();
  await merged.getByRole('button', { name: 'Hide' }).waitFor();
  await page.locator('.idea:not(.held)').filter({ hasText: 'ana@example.org' })
    .getByRole('button', { name: 'Show', exact: true }).waitFor();
});

test('its author is told what it waits for, reads the policy, and erases it', async () => {
  await hold('flagged', 'gallina');
  const { page, complaints } = await join(browser, panel.phone, PHONE);
  await page.locator('textarea').first().fill('La gallina de siempre');
  await page.locator('form button.primary').first().click();
  await page.getByText('A facilitator reads it before it is shown').first().waitFor();
  await picture(page, 'waiting-phone');
  await press(page, page.getByRole('link', { name: 'How it is moderated' }));
  await page.getByText('1 word that this panel added to that list').waitFor();
  assert.equal(await page.locator('script').count(), 0);
  assert.deepEqual(await misfits(page), []);
  await picture(page, 'policy-phone');
  await press(page, page.getByRole('link', { name: 'What became of my input' }));
  await page.getByText('Erase these words').click();
  await picture(page, 'mine-phone');
  await page.locator('form').filter({ hasText: 'Votes on the idea stay' }).locator('input[type=checkbox]').check();
  await press(page, page.locator('form').filter({ hasText: 'Votes on the idea stay' }).getByRole('button', { name: 'Erase' }));
  await page.getByText('These words were erased.').waitFor();
  assert.deepEqual(await misfits(page), []);
  assert.equal(await page.getByText('gallina').count(), 0);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

for (const [name, viewport] of [['phone', PHONE.viewport], ['laptop', LAPTOP.viewport], ['hall', HALL.viewport]]) {
  test(`log, queue and policy fit a screen like that of a ${name}, and have no faults`, async () => {
    const { page } = await open(browser, { viewport });
    await page.context().addCookies(await panel.page.context().cookies());
    await page.goto(`${panel.console}/moderation`);
    for (const told of ['Merged with number 1', 'Hidden: off topic', 'a step taken back', 'by its author', 'by the rule']) {
      await page.getByText(told).first().waitFor();
    }
    await page.getByText('by Nora').first().waitFor();
    assert.deepEqual(await misfits(page), []);
    await picture(page, `moderation-log-${name}`);
    await page.goto(`${panel.console}/ideas`);
    assert.deepEqual(await misfits(page), []);
    await picture(page, `queue-${name}`);
    await page.goto(`${panel.phone}/policy`);
    assert.deepEqual(await misfits(page), []);
    await picture(page, `policy-${name}`);
    await page.context().close();
  });
}
