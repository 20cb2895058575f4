// Every instrument on a phone: alive, without scripts, and through a gap in the network.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { begin, join, PHONE, until, waiting } from './room.mjs';
import { axe, launch, open, serve } from './server.mjs';
import { wire } from './wire.mjs';

/** The smallest target for a thumb, in CSS pixels. */
const TARGET = 44;
/** Where pictures go of what is met here, if anywhere. */
const PICTURES = process.env.PICTURES;

let browser;
let server;
let line;
let room;
before(async () => {
  browser = await launch();
  server = await serve({ demo: false });
  line = await wire();
  line.lead(server);
  room = await begin(browser, line.origin, server, { template: 'panel-90' });
  // All of the agenda is open then, and every phone goes its own way through it.
  await edit({ do: 'pace', pace: 'own' });
});
after(async () => {
  await browser?.close();
  line?.close();
  await server?.stop();
});

test('a phone answers every instrument, one after the other', async () => {
  const { page, complaints } = await join(browser, room.phone, { ...PHONE, locale: 'en-GB' });
  let questions = 0;
  for (;;) {
    await settled(page);
    const name = await question(page);
    await picture(page, `live-${questions}`);
    await built(page, name);
    await answer(page, name, async (form, button) => {
      await button.click();
      await until(async () => (await waiting(page)) === 0, `${name}: ${form} waits for ever`);
    });
    await built(page, name);
    await picture(page, `live-${questions}-answered`);
    questions += 1;
    const next = page.locator('.pace').getByText('Next', { exact: true });
    if (!(await next.isVisible())) break;
    await next.click();
    await until(async () => (await question(page)) !== name, `${name}: there is no way on`);
  }
  assert.ok(questions >= 20, `only ${questions} questions`);
  assert.deepEqual(complaints, []);
});

test('without scripts every instrument is answered as well', async () => {
  const { page } = await open(browser, { ...PHONE, javaScriptEnabled: false, locale: 'en-GB' });
  await page.goto(room.phone);
  await page.click('button.primary');
  let questions = 0;
  for (;;) {
    const name = await question(page);
    await picture(page, `plain-${questions}`);
    await answer(page, name, async (form, button) => {
      await button.click();
      assert.match(page.url(), new RegExp(`#${form}$`), `${name} leads back to where it was sent`);
    });
    questions += 1;
    const next = page.locator('.pace').getByText('Next', { exact: true });
    if (!(await next.isVisible())) break;
    await next.click();
  }
  assert.ok(questions >= 20, `only ${questions} questions`);
});

test('what is answered without a network is kept, shown, and saved when it is back', async () => {
  const { page } = await join(browser, room.phone);
  await go(page, 'must do, may do');
  await page.locator('#fill[data-live]').waitFor();
  line.lose();
  const card = page.locator('#mark-domain-1');
  await card.getByText('May', { exact: true }).click();
  assert.equal(await card.locator('[aria-pressed=true]').innerText(), 'May');
  await card.getByText('kept on this phone').waitFor();
  await page.reload().catch(() => {});
  // The page of the browser's own that says there is no network.
  await page.waitForURL(/^chrome-error:/);
  line.lead(server);
  await page.goto(room.phone);
  await until(async () => (await waiting(page)) === 0, 'it waits for ever');
  await go(page, 'must do, may do');
  await page.locator('#mark-domain-1 [aria-pressed=true]').waitFor();
  assert.equal(await page.locator('#mark-domain-1 [aria-pressed=true]').innerText(), 'May');
});

test('a reason that is being written survives a reload', async () => {
  const { page } = await join(browser, room.phone);
  await go(page, 'must do, may do');
  await page.locator('#fill[data-live]').waitFor();
  const card = page.locator('#mark-domain-2');
  await card.getByText('Must', { exact: true }).click();
  await card.getByText('Saved', { exact: true }).waitFor();
  await card.locator('textarea').fill('Because nobo');
  await page.reload();
  await go(page, 'must do, may do');
  await until(async () => (await card.locator('textarea').inputValue()) === 'Because nobo', 'the reason is gone');
});

test('a refusal is said at its card, and nothing is lost', async () => {
  const { page } = await join(browser, room.phone);
  await go(page, 'must do, may do');
  await page.locator('#fill[data-live]').waitFor();
  const card = page.locator('#mark-domain-3');
  await card.getByText('Must', { exact: true }).click();
  await card.getByText('Saved', { exact: true }).waitFor();
  const long = 'why '.repeat(200);
  await card.locator('textarea').evaluate((field, text) => {
    field.removeAttribute('maxlength');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, long);
  await card.getByText('Save the reason').click();
  await card.locator('.fate.problem').waitFor();
  assert.match(await card.locator('.fate').innerText(), /500 fit/);
  assert.equal(await card.locator('textarea').inputValue(), long);
  assert.equal(await waiting(page), 0);
});

/** Changes something about the agenda, as its own page does. */
async function edit(form) {
  const answer = await room.page.context().request.post(`${room.console}/agenda`, {
    form: { id: randomUUID(), ...form },
    headers: { origin: line.origin },
    maxRedirects: 0,
  });
  assert.equal(answer.status(), 303, await answer.text());
}

const question = (page) => page.locator('h1').innerText();

/** Goes to a question by its words. */
async function go(page, words) {
  for (let step = 0; step < 30; step += 1) {
    await page.locator('h1').waitFor();
    const name = await question(page);
    if (name.includes(words)) return;
    await page.locator('.pace').getByText('Next', { exact: true }).click();
    await until(async () => (await question(page)) !== name, `${name}: there is no way on`);
  }
  assert.fail(`nobody asks ${words}`);
}

/** Waits for the forms of what is shown, where it has any. */
async function settled(page) {
  const host = page.locator('#fill');
  if (await host.count()) await page.locator('#fill[data-live] > *').first().waitFor({ state: 'attached' });
}

/** Answers what is shown once in every way that it offers; `send` presses a form's button. */
async function answer(page, name, send) {
  const ids = await page.locator('#fill form').evaluateAll((forms) => forms.map((form) => form.getAttribute('id')));
  for (const id of ids.filter((id) => id.startsWith('mark-')).slice(0, 2)) {
    const card = page.locator(`#${id}`);
    if (!(await card.count())) continue;
    if (await card.locator('[aria-pressed]').count()) {
      await send(id, card.locator('[aria-pressed]').first());
      if (!(await card.count())) continue;
      assert.equal(await card.locator('[aria-pressed=true]').count(), 1, `${name}: the answer is marked`);
      const reason = card.locator('textarea');
      if (await reason.count()) {
        await reason.fill('That is how I see it');
        await send(id, card.locator('.same'));
      }
    } else if (await card.locator('select').count()) {
      const taps = card.locator('.taps .button');
      if (await taps.first().isVisible()) {
        await taps.nth(2).click();
        await taps.nth(0).click();
        await taps.nth(2).click();
        await taps.nth(1).click();
        assert.equal(await taps.nth(1).getAttribute('data-place'), '2', 'what is taken out lets others move up');
      } else {
        await card.locator('select').first().selectOption({ index: 2 });
      }
      await send(id, card.locator('.primary'));
    } else {
      await card.locator('input[type=checkbox]').first().check();
      await send(id, card.locator('.primary'));
    }
  }
  for (const id of ids.filter((id) => id === 'add' || id.startsWith('add-question') || id.startsWith('add-constituency'))) {
    await page.fill(`#${id}-words`, 'Something that is missing');
    await send(id, page.locator(`#${id} .primary`));
    await page.locator('.mine').getByText('Something that is missing').first().waitFor({ state: 'attached' });
  }
  if (ids.includes('reflect')) {
    await page.fill('#reflect-words', 'It changed how I listen.');
    await page.locator('#reflect [value=with_name]').check();
    await page.fill('#reflect-name', 'Ada');
    await send('reflect', page.locator('#reflect .primary'));
  }
  if (await page.locator('.compose textarea[name=words][id^=words-]').count()) {
    await page.fill('.compose textarea[id^=words-]', `A thought on: ${name.slice(0, 40)}`);
    await page.locator('form.compose:has(textarea[id^=words-]) button.primary').click();
    await page.locator('.mine li').first().waitFor();
    if ((await page.locator('#fill').count()) === 0) return;
    const detail = page.locator('.more form').first();
    await detail.waitFor();
    for (const form of await page.locator('.more form').evaluateAll((forms) => forms.map((form) => form.getAttribute('id')))) {
      const inside = page.locator(`#${form}`);
      if (form.startsWith('detail-')) {
        if (await inside.locator('[value=strategy]').count()) await inside.locator('[value=strategy]').check({ force: true });
        await send(form, inside.locator('.primary'));
      } else {
        await inside.locator('button').click();
        await page.locator(`#${form}`).getByText('You would help').waitFor();
      }
    }
  }
}

/** Every target is large enough, nothing is wider than the page, and axe finds nothing. */
async function built(page, name) {
  const narrow = await page.evaluate((target) => {
    const shown = [...document.querySelectorAll('#fill button, #fill a, #fill select, #fill summary, #fill label.check')];
    return shown
      .filter((element) => element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().height < target - 0.5)
      .map((element) => element.outerHTML.slice(0, 120));
  }, TARGET);
  assert.deepEqual(narrow, [], `${name}: too small for a thumb`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0, `${name}: the page scrolls sideways`);
  assert.deepEqual(await axe(page), [], name);
}

async function picture(page, name) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}
