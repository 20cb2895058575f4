// Words of any script, and words that hardly fit: on the desk, on a phone, and on the projector.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Attendee } from './attendee.mjs';
import { LAPTOP, PHONE, begin, join, next, opened, picture, press, promptOf, until } from './room.mjs';
import { kinds } from './postcard.mjs';
import { launch, misfits, open, serve } from './server.mjs';

const WALL = { viewport: { width: 1920, height: 1080 } };
const WORDS = {
  arabic: 'مرشد لكل متدرب جديد في الجمعية',
  hebrew: 'חונכות לכל אחד, גם בערב',
  thai: 'พี่เลี้ยงสำหรับทุกคนที่เพิ่งเริ่มทำงานในองค์กรของเรา',
  japanese: '新しいメンターには必ず相談できる先輩がいるようにしてください',
  mixed: 'IMA الجمعية 2030',
  long: 'Mentoring'.repeat(23).slice(0, 200),
  emoji: '🌱🌿🌳👩🏽‍🏫👨‍👩‍👧‍👦',
};
const RIGHT_TO_LEFT = ['arabic', 'hebrew'];

let server;
let origin;
let browser;
let panel;
let prompt;
before(async () => {
  server = await serve({ demo: false });
  origin = server.announced.listening;
  browser = await launch();
  panel = await begin(browser, origin, server);
  await next(panel.page, 'Open');
  // Three of each, so that the words of the room have them too; each idea in words of its own.
  for (const times of [1, 2, 3]) {
    for (const words of Object.values(WORDS)) {
      const person = await Attendee.join(origin, panel.code);
      await person.write(times === 1 ? words : `${words} ${times}`);
    }
  }
  prompt = await promptOf(panel);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Nothing is wider than the window or than the box that it is in, and each script runs the way that it runs. */
async function fits(page, where) {
  assert.deepEqual(await misfits(page), [], where);
  const wide = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.words, .near-words, .term, h2, .grouping-name, .grouping-last, legend, option')];
    return boxes
      .filter((box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline')
      .map((box) => box.outerHTML.slice(0, 120));
  });
  assert.deepEqual(wide, [], where);
  for (const [script, words] of Object.entries(WORDS)) {
    const found = page.getByText(words, { exact: true }).locator('visible=true').first();
    if (!(await found.count())) continue;
    const direction = await found.evaluate((element) => getComputedStyle(element).direction);
    assert.equal(direction, RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr', `${where}: ${script}`);
  }
}

test('ideas and themes of every script fit where they stand', async () => {
  const { page: writing } = await join(browser, panel.phone, PHONE);
  await writing.locator('.ideas li').first().waitFor();
  assert.deepEqual(await misfits(writing), []);
  await picture(writing, 'scripts-writing-phone');
  await writing.context().close();
  const { page: desk } = await open(browser, { ...LAPTOP, javaScriptEnabled: false });
  await desk.context().addCookies(await panel.page.context().cookies());
  await desk.goto(`${panel.console}/themes?prompt=${prompt}`);
  // A theme is called like the idea in it, as far as a name goes.
  for (const words of Object.values(WORDS)) {
    await desk.getByText(words, { exact: true }).first().click();
    await desk.fill('#ticked input[name=name]', words.slice(0, 120));
    await press(desk, desk.locator('button:has-text("Make the theme")'));
  }
  assert.equal(await desk.locator('.theme-desk > .theme').count(), Object.keys(WORDS).length + 1);
  await desk.close();

  for (const [size, options] of Object.entries({ phone: PHONE, laptop: LAPTOP, wall: WALL })) {
    const { page, complaints } = await open(browser, options);
    await page.context().addCookies(await panel.page.context().cookies());
    const live = page.waitForEvent('websocket');
    await page.goto(`${panel.console}/themes?prompt=${prompt}`);
    await live;
    await page.getByText(WORDS.arabic, { exact: true }).first().waitFor();
    await fits(page, `desk, ${size}`);
    await picture(page, `scripts-desk-${size}`);
    await page.goto(`${panel.console}/themes/alike?prompt=${prompt}`);
    await fits(page, `what looks alike, ${size}`);
    await picture(page, `scripts-alike-${size}`);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});

test('a phone groups them, and is shown what they are like', async () => {
  await opened(origin, panel, { title: 'Group', question: 'ماذا معًا؟ What belongs together?', kind: kinds.grouping(prompt, true) });
  const { page } = await join(browser, panel.phone, PHONE);
  await page.locator('form[id^=group-]').first().waitFor();
  await fits(page, 'grouping');
  await picture(page, 'scripts-grouping-phone');
  const hint = page.locator('.hinted button').first();
  const form = await hint.getAttribute('form');
  await hint.tap();
  await until(async () => (await page.locator(`#${form}`).count()) === 0, 'it is still proposed');
});

test('the projector shows their themes, and the words of the room', async () => {
  for (const [size, options] of Object.entries({ wall: WALL, laptop: LAPTOP, phone: PHONE })) {
    const { page, complaints } = await open(browser, options);
    await page.goto(panel.screen);
    await page.locator('.grouping-list li').first().waitFor();
    await fits(page, `themes, ${size}`);
    await picture(page, `scripts-themes-${size}`, false);
    await panel.page.keyboard.press('l');
    await page.locator('.word-list li').first().waitFor();
    const heard = await page.locator('.word-list li').allInnerTexts();
    assert.ok(heard.some((words) => words.startsWith('חונכות')), heard.join());
    const standing = () => page.locator('.word-list li').evaluateAll((terms) =>
      Object.fromEntries(terms.map((term) => [term.querySelector('.term').innerText, term.className.split(' ')[0]])));
    const before = await standing();
    await fits(page, `words, ${size}`);
    // What has just come fades in.
    await page.waitForTimeout(400);
    await picture(page, `scripts-words-${size}`, false);
    if (size === 'wall') {
      // Newcomers move nothing that stands there.
      const request = panel.page.context().request;
      for (const number of [1, 2, 3]) {
        const form = { id: crypto.randomUUID(), do: 'enter_idea', activity: prompt, words: `Volunteers ${number}`, source: 'spoken' };
        assert.equal((await request.post(`${panel.console}/ideas`, { form, maxRedirects: 0 })).status(), 303);
      }
      await page.locator('.term', { hasText: 'Volunteers' }).waitFor();
      const now = await standing();
      for (const [word, place] of Object.entries(before)) assert.equal(now[word], place, word);
    }
    await panel.page.keyboard.press('l');
    await page.locator('.grouping-list li').first().waitFor();
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});
