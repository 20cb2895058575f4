// Panelists, the board, tickets and the door, as people meet them; and cards as they come out of a printer.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LAPTOP, PHONE, begin, next, picture, until } from './room.mjs';
import { launch, misfits, open, serve } from './server.mjs';

let server;
let origin;
let browser;
let panel;
before(async () => {
  server = await serve({ demo: false });
  origin = server.announced.listening;
  browser = await launch();
  panel = await begin(browser, origin, server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});


/** A facilitator on a device of their own. */
async function facilitator(options) {
  const opened = await open(browser, options);
  await opened.page.context().addCookies(await panel.page.context().cookies());
  return opened;
}

/** Another panel, with that way of keeping ballots to one a person; answers with its code. */
async function another(integrity) {
  const { page } = await facilitator(LAPTOP);
  await page.goto(`${origin}/console`);
  await page.click('summary:has-text("Begin a panel")');
  await page.fill('input[name=title]', 'Who decides what a mentor is?');
  await page.check(`input[name=integrity][value=${integrity}]`);
  assert.deepEqual(await misfits(page), []);
  await picture(page, `begin-${integrity}`);
  await Promise.all([page.waitForNavigation(), page.click('button:text-is("Begin")')]);
  const code = page.url().split('/').at(-1);
  await page.context().close();
  return code;
}

const go = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

test('a panelist follows the room, brings in what was said, and answers like everybody', async () => {
  const { page: desk } = await facilitator(LAPTOP);
  await desk.goto(`${panel.console}/links`);
  assert.deepEqual(await misfits(desk), []);
  const making = desk.locator('section', { has: desk.locator('#panelists-title') }).locator('form').last();
  await making.locator('input[name=label]').fill('Prof. Adeyemi');
  await Promise.all([desk.waitForNavigation(), making.locator('button').click()]);
  const link = await desk.inputValue('.notice input[readonly]');
  assert.deepEqual(await misfits(desk), []);
  await picture(desk, 'links-laptop');

  const { page, complaints } = await open(browser, PHONE);
  await page.goto(link);
  assert.deepEqual(await misfits(page), []);
  await picture(page, 'panelist-phone-before');
  await next(panel.page, 'Open');
  await page.locator('.along-now h1').filter({ hasText: 'Choose a domain' }).waitFor();
  // What is being typed stays while the room moves.
  await page.fill('textarea[name=words]', 'Ask mentees first');
  const { page: phone } = await open(browser, PHONE);
  await phone.goto(panel.phone);
  await go(phone, 'button.primary');
  await page.locator('.along-people').filter({ hasText: '1 in the room' }).waitFor();
  assert.equal(await page.inputValue('textarea[name=words]'), 'Ask mentees first');
  await go(page, 'button:text-is("Bring it in")');
  await page.locator('.along-now li').filter({ hasText: 'Ask mentees first' }).waitFor();
  await page.getByText('It is in').waitFor();
  assert.deepEqual(await misfits(page), []);
  await picture(page, 'panelist-phone');
  await page.setViewportSize(LAPTOP.viewport);
  assert.deepEqual(await misfits(page), []);
  await picture(page, 'panelist-laptop');

  await go(page, 'button:has-text("Take my seat")');
  assert.equal(page.url(), panel.phone);
  await page.goto(link);
  await page.locator('button:has-text("To my questions")').waitFor();

  await desk.goto(`${panel.console}/links`);
  await go(desk, 'button:has-text("Revoke")');
  await page.getByText('This link is over').waitFor();
  assert.ok(await page.locator('.along-parts').isHidden());
  assert.deepEqual(complaints, []);
  await page.reload();
  await page.getByText('A facilitator revoked it').waitFor();
  assert.deepEqual(await misfits(page), []);
  await picture(page, 'link-revoked');
});

test('one brings in ideas and takes a seat without any script', async () => {
  const { page: desk } = await facilitator(LAPTOP);
  await desk.goto(`${panel.console}/links`);
  const making = desk.locator('section', { has: desk.locator('#panelists-title') }).locator('form').last();
  await making.locator('input[name=label]').fill('Dr. Okafor');
  await Promise.all([desk.waitForNavigation(), making.locator('button').click()]);
  const link = await desk.inputValue('.notice input[readonly]');
  const { page } = await open(browser, { ...PHONE, javaScriptEnabled: false });
  await page.goto(link);
  await page.fill('textarea[name=words]', 'Said without a script');
  await go(page, 'button:text-is("Bring it in")');
  assert.match(await page.innerText('.along-now'), /Said without a script/);
  await go(page, 'button:has-text("Take my seat")');
  assert.equal(page.url(), panel.phone);
});

test('a card lets one device in with one tap, and a second one reads along', async () => {
  const code = await another('ticket');
  const { page: desk, complaints } = await facilitator(LAPTOP);
  await desk.goto(`${origin}/console/${code}/ballots`);
  assert.deepEqual(await misfits(desk), []);
  await picture(desk, 'ballots-ticket');
  await desk.fill('input[name=count]', '40');
  await go(desk, 'button:has-text("Make cards")');
  assert.equal(await desk.locator('.card').count(), 40);
  assert.deepEqual(await misfits(desk), []);
  await picture(desk, 'cards');
  const cut = await desk.evaluate(() => [...document.querySelectorAll('.card')].filter((card) =>
    card.scrollHeight > card.clientHeight || card.scrollWidth > card.clientWidth).length);
  assert.equal(cut, 0, 'cards on which something does not fit');
  const pdf = await desk.pdf({ preferCSSPageSize: true, ...(process.env.PICTURES ? { path: `${process.env.PICTURES}/cards-a4.pdf` } : {}) });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.equal(pages, 2, '40 cards are 21 and 19');
  const ticket = await desk.locator('.card .ticket-signs').first().innerText();
  assert.deepEqual(complaints, []);

  const { page: phone } = await open(browser, { ...PHONE, javaScriptEnabled: false });
  await phone.goto(`${origin}/p/${code}`);
  await phone.fill('input[name=ticket]', ticket.toLowerCase());
  await go(phone, 'button.primary');
  await go(phone, 'button.primary');
  assert.equal(phone.url(), `${origin}/p/${code}`);

  const { page: second } = await open(browser, PHONE);
  await second.goto(`${origin}/p/${code}`);
  assert.deepEqual(await misfits(second), []);
  await picture(second, 'ticket-needed');
  await second.goto(`${origin}/t/${ticket}`);
  await second.getByText('This ticket is in use').waitFor();
  assert.deepEqual(await misfits(second), []);
  await picture(second, 'ticket-in-use');
  await second.click('a:has-text("Read along")');
  await second.getByText('It begins in a moment').waitFor();
  assert.deepEqual(await misfits(second), []);
  await picture(second, 'along-phone');
  await second.goto(`${origin}/t?ticket=K7M2-PQRS`);
  assert.equal(await second.inputValue('input[name=ticket]'), 'K7M2-PQRS');
  assert.deepEqual(await misfits(second), []);
});

test('names are checked at the door on a phone, and each gets a ticket to scan', async () => {
  const code = await another('roll');
  const { page: desk } = await facilitator(LAPTOP);
  await desk.goto(`${origin}/console/${code}/ballots`);
  await desk.fill('textarea[name=names]', 'Ada Lovelace\nada  lovelace\nGrace Hopper');
  await go(desk, 'button:has-text("Add to the roll")');
  assert.match(await desk.innerText('[role=alert]'), /ada\s+lovelace/);
  assert.match(await desk.inputValue('textarea[name=names]'), /Grace Hopper/);
  assert.deepEqual(await misfits(desk), []);
  const names = Array.from({ length: 40 }, (_, number) => `Somebody Number ${number}`).join('\n');
  await desk.fill('textarea[name=names]', `Ada Lovelace\nGrace Hopper\nمريم الأحمد\n${names}`);
  await go(desk, 'button:has-text("Add to the roll")');
  assert.deepEqual(await misfits(desk), []);
  await picture(desk, 'ballots-roll');

  const { page: door } = await facilitator(PHONE);
  await door.goto(`${origin}/console/${code}/door`);
  assert.deepEqual(await misfits(door), []);
  await picture(door, 'door');
  await door.fill('input[name=search]', 'lovel');
  await go(door, 'button:text-is("Search")');
  await go(door, 'button:has-text("Check in, show ticket")');
  assert.deepEqual(await misfits(door), []);
  await picture(door, 'door-ticket');
  const ticket = await door.innerText('.ticket-signs');
  assert.doesNotMatch(await door.innerText('main'), /Lovelace/, 'the ticket does not say whose it is');
  await door.click('a:text-is("Next person")');
  await door.fill('input[name=search]', 'Grace');
  await go(door, 'button:text-is("Search")');
  await go(door, 'button:has-text("give a card")');
  assert.match(await door.innerText('[role=status]'), /one card/);
  await picture(door, 'door-card');

  const { page: phone } = await open(browser, PHONE);
  await phone.goto(`${origin}/t/${ticket}`);
  await go(phone, 'button.primary');
  await until(async () => (await phone.innerText('body')).length > 0, 'the phone is in');
  assert.equal(phone.url(), `${origin}/p/${code}`);
});

test('the board reads by a link, and nothing else opens to it', async () => {
  const { page: desk } = await facilitator(PHONE);
  await desk.goto(`${panel.console}/links`);
  assert.deepEqual(await misfits(desk), []);
  const making = desk.locator('section', { has: desk.locator('#board-title') }).locator('form').last();
  await making.locator('input[name=label]').fill('The board of May');
  await Promise.all([desk.waitForNavigation(), making.locator('button').click()]);
  await picture(desk, 'links-phone');
  const link = await desk.inputValue('.notice input[readonly]');
  const { page } = await open(browser, LAPTOP);
  await page.goto(link);
  assert.match(await page.innerText('body'), /The report is not ready yet/);
  await page.goto(`${panel.console}/links`);
  assert.match(page.url(), /sign-in/);
  await desk.goto(`${panel.console}/ballots`);
  assert.deepEqual(await misfits(desk), []);
  await picture(desk, 'ballots-open');
});
