// Whoever reads Spanish meets Spanish alone: on phone, console, projector and every page of facilitators.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { begin, join, LAPTOP, next, PHONE, shown, until, waiting } from './room.mjs';
import { axe, launch, open, serve } from './server.mjs';

const SPANISH = { locale: 'es-ES' };
const NARROW = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };
const TABLES = ['english', 'spanish'].map((name) => new URL(`../../app/src/language/${name}.rs`, import.meta.url));

let browser;
let server;
let room;
/** What only the English table says: whole texts, and the sentences among them, also those between two values. */
let texts;
let phrases;
before(async () => {
  const [english, spanish] = await Promise.all(TABLES.map(async (table) => said(await readFile(table, 'utf8'))));
  // A sign alone, such as that of a decimal, is in no language.
  texts = english.filter((text) => !spanish.includes(text) && /\p{L}/u.test(text));
  assert.ok(texts.length > 300, `only ${texts.length} texts were found`);
  const pieces = texts.flatMap((text) => text.split(/\||\{\w+\}/)).map((text) => text.trim());
  phrases = pieces.filter((text) => text.split(' ').length > 2);
  browser = await launch();
  server = await serve({ demo: false });
  room = await begin(browser, server.announced.listening, server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** What a table says. */
function said(table) {
  return [...table.matchAll(/(?:=>|^)\s*"((?:[^"\\]|\\.)+)"/gm)].map(([, text]) => text.replaceAll('\\"', '"'));
}

/** That a page is in Spanish, by what it says of itself and by all that it says; and that nothing is wrong with it. */
async function spanish(page, where, { scrolls = true } = {}) {
  assert.equal(await page.getAttribute('html', 'lang'), 'es', where);
  const here = await page.evaluate(() => {
    const said = [document.title];
    const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
    // What people wrote may be in any language: it stands by its own direction.
    const ours = (node) => !node.parentElement.closest('[dir=auto]');
    while (walker.nextNode()) if (ours(walker.currentNode)) said.push(walker.currentNode.data.trim());
    for (const name of ['aria-label', 'placeholder', 'title']) {
      said.push(...[...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)));
    }
    return said.filter(Boolean);
  });
  const found = here.filter((text) => texts.includes(text) || phrases.some((phrase) => text.includes(phrase)));
  assert.deepEqual(found, [], where);
  if (scrolls) {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${where}: ${over} pixels too wide`);
  }
  assert.deepEqual(await axe(page), [], where);
}

test('a Spanish phone joins, answers, votes and reads the results in Spanish', async () => {
  const { page: door, complaints: atTheDoor } = await open(browser, { ...NARROW, ...SPANISH });
  await door.goto(server.announced.listening);
  await spanish(door, 'welcome');
  await door.fill('input[name=code]', '22222O');
  await door.click('button.primary');
  await door.getByText('ningún código contiene').waitFor();
  await spanish(door, 'a wrong code');
  await door.goto(room.phone);
  await spanish(door, 'join');
  assert.deepEqual(atTheDoor.filter((complaint) => !complaint.includes('422')), []);

  const { page, complaints } = await join(browser, room.phone, { ...NARROW, ...SPANISH });
  await page.getByRole('heading', { name: 'Ya estás dentro' }).waitFor();
  await spanish(page, 'before the first question');
  const { page: other } = await join(browser, room.phone, { ...PHONE, ...SPANISH });
  await next(room.page, 'Open');
  for (const [phone, words] of [[page, 'Una red que escucha'], [other, 'Mentores para quienes empiezan']]) {
    await phone.fill('textarea', words);
    await phone.click('button:has-text("Enviar")');
    await phone.locator('.mine li', { hasText: words }).filter({ hasText: 'Guardado' }).waitFor();
  }
  await page.getByText('Sobre mí').click();
  await page.getByLabel('Prefiero no decirlo').check();
  await page.click('details[open] button:has-text("Guardar")');
  await page.getByText('Gracias, queda anotado.').waitFor();
  await spanish(page, 'writing');
  await page.fill('textarea', 'más '.repeat(300));
  await page.click('button:has-text("Enviar")');
  await page.getByText('tiene 1199 caracteres y caben 1000').waitFor();
  await page.fill('textarea', '');
  await next(room.page, 'Close');
  await page.getByText('Esta pregunta está cerrada.').waitFor();
  await next(room.page, 'Open');
  await page.locator('.ballot .agree').waitFor();
  await spanish(page, 'voting');
  await page.click('button:has-text("De acuerdo")');
  await page.getByText('Has votado sobre 1. Último voto: de acuerdo.').waitFor();
  await until(async () => (await waiting(page)) === 0, 'the vote stays in the outbox');
  await spanish(page, 'voted');
  await next(room.page, 'Close');
  await page.getByText('La votación está cerrada.').waitFor();
  await next(room.page, 'Show');
  await page.getByRole('heading', { name: 'Lo que dijo la sala' }).waitFor();
  await page.getByText('De acuerdo: 1; en desacuerdo: 0; abstenciones: 0. En total, 1 voto.').waitFor();
  await spanish(page, 'results');
  assert.deepEqual(complaints, []);
});

test('what is rendered in Spanish is what comes to life', async () => {
  const { page } = await join(browser, room.phone, { ...PHONE, ...SPANISH });
  const still = await open(browser, { ...PHONE, ...SPANISH, javaScriptEnabled: false });
  await still.page.context().addCookies(await page.context().cookies());
  await still.page.goto(room.phone);
  await until(async () => (await shown(page)) === (await shown(still.page)), 'the pages differ');
});

test('console, projector and every page of facilitators speak Spanish', async () => {
  const { page, complaints } = await open(browser, { ...LAPTOP, ...SPANISH });
  await page.goto(`${server.announced.listening}/sign-in`);
  await spanish(page, 'sign in');
  await page.context().addCookies(await room.page.context().cookies());
  await page.goto(room.console);
  await page.getByText('Conectado').waitFor();
  await spanish(page, 'console');
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Teclas' }).waitFor();
  await spanish(page, 'keys');
  await page.getByRole('button', { name: 'Cerrar' }).last().click();
  for (const place of ['/agenda', '/ideas']) {
    await page.goto(room.console + place);
    await spanish(page, place);
  }
  await page.goto(`${server.announced.listening}/console`);
  await spanish(page, 'panels');
  await page.setViewportSize(PROJECTOR.viewport);
  await page.goto(room.screen);
  await page.getByText('El acuerdo').or(page.getByText('de acuerdo:')).first().waitFor();
  await spanish(page, 'projector');
  assert.deepEqual(complaints, []);
});

test('a projector speaks the language of its address', async () => {
  const { page } = await open(browser, PROJECTOR);
  await page.goto(`${room.screen}?lang=es`);
  await spanish(page, 'projector');
});

test('another language is a tap away, and stays', async () => {
  const { page, complaints } = await join(browser, room.phone);
  await page.getByRole('link', { name: 'Español' }).click();
  await page.getByText('Sobre mí').waitFor();
  await spanish(page, 'chosen');
  await page.reload();
  await spanish(page, 'reloaded');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByText('About me').waitFor();
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.deepEqual(complaints, []);
});

test('where lines run from right to left, nothing hangs over the edge', async () => {
  const { page } = await join(browser, room.phone, { ...NARROW, ...SPANISH });
  for (const address of [room.phone, server.announced.listening, room.screen]) {
    await page.goto(address);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const over = await page.evaluate(() => {
      const edges = [...document.querySelectorAll('#app *:not(.aside)')].map((element) => element.getBoundingClientRect());
      const seen = edges.filter(({ width, height }) => width > 1 && height > 1);
      return [Math.min(...seen.map(({ left }) => left)), Math.max(...seen.map(({ right }) => right)) - innerWidth];
    });
    assert.ok(over[0] >= -1 && over[1] <= 1, `${address}: ${over}`);
  }
});
