// Every instrument on the projector and at the desk: before anybody answered, while the room answers, and what it said.
// With VISIONCAST_SHOTS=folder, pictures of all of it are kept there, to look at.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { dial, form, items, kinds, question, scales, steps } from './postcard.mjs';
import { until } from './room.mjs';
import { axe, launch, open, serve } from './server.mjs';

const PROJECTOR = { viewport: { width: 1920, height: 1080 } };
const LAPTOP = { viewport: { width: 1440, height: 900 } };
const BOTS = 36;
const SHOTS = process.env.VISIONCAST_SHOTS;
const DOMAINS = 10;
const PRINCIPLES = 6;
const WANTS = [3, 4, 4, 4, 3];
const LONG = ' and, for everyone who comes later, whatever else it takes to make that work in practice';

let server;
let origin;
let browser;
let room;

before(async () => {
  server = await serve({ demo: false });
  origin = server.announced.listening;
  browser = await launch();
  room = await begun();
});
after(async () => {
  room?.bots.forEach((bot) => bot.close());
  room?.steer.close();
  await browser?.close();
  await server?.stop();
});

/** A rehearsal, where nobody is bound to what was dealt to them: its desk, its wall, and a room full of people. */
async function begun() {
  const { page: desk, complaints } = await open(browser, LAPTOP);
  const post = async (path, form) => {
    const answer = await desk.context().request.post(origin + path, { form, maxRedirects: 0 });
    assert.equal(answer.status(), 303, await answer.text());
    return answer.headers().location;
  };
  await post(new URL(server.announced['first facilitator, one-time link']).pathname, {
    name: 'Nora', password: 'four plain words together',
  });
  const path = await post('/console', { title: 'What the association is for', template: 'ima-panel', rehearsal: 'yes' });
  const code = path.split('/').pop();
  await desk.goto(origin + path);
  await desk.locator('.desk-connection.live').waitFor();
  const { page: wall, complaints: wallComplaints } = await open(browser, PROJECTOR);
  await wall.goto(origin + await desk.getAttribute('a[href^="/screen/"]', 'href'));
  const cookies = (await desk.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const steer = await dial(origin, `/ws?console=${code}`, cookies);
  const bots = [];
  for (let bot = 0; bot < BOTS; bot += 1) {
    const joined = await fetch(`${origin}/p/${code}/join`, {
      method: 'POST', redirect: 'manual', body: new URLSearchParams({}),
    });
    bots.push(await dial(origin, `/ws?panel=${code}`, joined.headers.get('set-cookie').split(';')[0]));
  }
  return { desk, wall, steer, bots, code, complaints: [complaints, wallComplaints] };
}

async function look(name) {
  const found = { wall: await axe(room.wall), desk: await axe(room.desk) };
  assert.deepEqual(found, { wall: [], desk: [] }, name);
  const cut = await room.wall.evaluate(() => {
    const stage = document.querySelector('.stage > *');
    const wide = [...stage.querySelectorAll('.rows, .additions')];
    return Math.max(stage.scrollHeight - stage.clientHeight, ...wide.map((part) => part.scrollWidth - part.clientWidth));
  });
  assert.ok(cut <= 1, `${name}: ${cut} pixels of the wall are cut off`);
  if (!SHOTS) return;
  await room.wall.screenshot({ path: `${SHOTS}/${name}-wall.png` });
  await room.desk.screenshot({ path: `${SHOTS}/${name}-desk.png` });
}

async function opened(planned) {
  const activity = randomUUID();
  await room.steer.submit(steps.add(activity, planned));
  await room.steer.submit(steps.open(activity));
  await showing(planned.question);
  return activity;
}

const showing = (words) => room.wall.waitForFunction(
  (words) => document.querySelector('.stage').innerText.includes(words), words);

async function revealed(activity) {
  await room.steer.submit(steps.close(activity));
  await room.steer.submit(steps.reveal(activity));
  await room.wall.waitForSelector('.told, .results, .reflections');
}

/** Goes on to the end of what is shown, as a presenter's clicker does. */
async function toTheEnd() {
  for (let step = 0; step < 24; step += 1) await room.wall.keyboard.press('ArrowRight');
  await room.wall.waitForFunction(() => !document.querySelector('.to-come'));
}

/** Each bot answers each item as `marks` says: options by bot and place; nothing where none. */
async function answer(activity, asked, marks) {
  await Promise.all(room.bots.map(async (bot, number) => {
    for (const [place, item] of asked.entries()) {
      const taken = marks(number, place);
      if (!taken?.length) continue;
      const fields = [['kind', 'mark'], ['item', item], ...taken.map((mark) => ['mark', String(mark)])];
      await bot.submit(form(activity, fields));
    }
  }));
}

const add = (bot, activity, words, more = []) =>
  room.bots[bot].submit(form(activity, [['kind', 'add'], ['words', words], ['quotable', 'yes'], ...more]));

/** One of these, so many of each in turn. */
const share = (number, weights) => {
  let left = (number * 7919) % weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => (left -= weight) < 0);
};

const wall = () => room.wall.innerText('.stage');
const domains = Array.from({ length: DOMAINS }, (_, place) => `domain-${place + 1}`);

test('must, may, not ours: domain by domain, with the threshold that was set before', async () => {
  const activity = await opened({
    title: 'Must or may',
    question: 'For each domain: must the IMA do it, may it, or is it not ours to do?',
    instructions: 'Think of the next three years. Unsure is an answer too.',
    notes: 'Say aloud that 75 % was set by the board in March.',
    grace: 20,
    kind: kinds.survey({ items: items.domains, scale: scales.mandate, threshold: 75, reason: 'Why?' }),
  });
  await look('mandate-0-nobody');
  await room.bots[0].submit(form(activity, [['kind', 'mark'], ['item', 'domain-2'], ['mark', '0']]));
  await room.wall.waitForFunction(() => document.querySelector('.tally').innerText.includes('1 of'));
  const said = (await wall()).match(/must|may|not ours/gi).length;
  await answer(activity, domains, (bot, place) => [share(bot + place, [[16, 3, 1, 2], [3, 5, 2, 1], [2, 3, 6, 2]][place % 3])]);
  await room.wall.waitForFunction((all) => document.querySelector('.tally').innerText.includes(`${all} of`), BOTS);
  assert.equal((await wall()).match(/must|may|not ours/gi).length, said, 'nothing is said of what was answered');
  await look('mandate-1-filling');
  await revealed(activity);
  await room.wall.keyboard.press('ArrowRight');
  await look('mandate-2-step');
  await toTheEnd();
  assert.match(await room.wall.innerText('h1'), /by the 75 % set before|Nothing reaches/);
  await look('mandate-3-told');

  // The room has talked: the same once more, and how it has moved.
  await room.desk.keyboard.press('g');
  await room.desk.getByText('second time').waitFor();
  await room.desk.waitForSelector('.big[aria-disabled=false]');
  await room.desk.keyboard.press('n');
  await room.wall.waitForSelector('.rows.filling');
  const again = await room.desk.locator('.item.open').getAttribute('data-activity');
  await answer(again, domains, (bot, place) => [share(bot + place, [[20, 2, 1, 1], [6, 5, 1, 1], [2, 4, 6, 1]][place % 3])]);
  await revealed(again);
  await toTheEnd();
  assert.match(await room.wall.innerText('.picture-note'), /the first time, and now/);
  await look('mandate-4-again');
});

test('the map of principles and domains fills in, and then says how strong and how split', async () => {
  const activity = await opened({
    title: 'Principles and domains',
    question: 'How strongly does each principle speak to each domain?',
    kind: kinds.survey({ items: items.map, scale: scales.link, each: 6 }),
  });
  const cells = Array.from({ length: PRINCIPLES * DOMAINS }, (_, place) =>
    `cell-${Math.floor(place / DOMAINS) + 1}-${(place % DOMAINS) + 1}`);
  await look('map-0-nobody');
  await answer(activity, cells, (bot, place) => {
    if ((bot * 17 + place * 5) % 6 > 1) return [];
    const leaning = (place * 7) % 5;
    return [share(bot * 3 + place, [[8, 2, 1, 0, 1], [1, 4, 5, 1, 1], [0, 1, 3, 8, 1], [4, 1, 1, 5, 0], [2, 3, 3, 2, 2]][leaning])];
  });
  await look('map-1-filling');
  await revealed(activity);
  await room.wall.keyboard.press('ArrowRight');
  await look('map-2-step');
  await toTheEnd();
  assert.match(await room.wall.innerText('h1'), /^The strongest link, \d\.\d of 3/);
  assert.equal(await room.wall.locator('table td').count(), PRINCIPLES * DOMAINS + 1, 'every cell is read aloud');
  await look('map-3-told');
});

test('wants come constituency by constituency', async () => {
  const activity = await opened({
    title: 'Wants',
    question: 'Is this what they want?',
    kind: kinds.survey({ items: items.wants, scale: scales.confirm, each: 5, additions: 'What is missing?' }),
  });
  const wants = WANTS.flatMap((many, place) => Array.from({ length: many }, (_, want) => `want-${place + 1}-${want}`));
  await answer(activity, wants, (bot, place) => (bot + place) % 3 ? [share(bot + place, [[8, 2, 2], [3, 6, 2], [4, 4, 3]][place % 3])] : []);
  await add(3, activity, 'A place to find co-authors', [['about', 'want-1-0']]);
  await look('wants-1-filling');
  await revealed(activity);
  await room.wall.keyboard.press('ArrowRight');
  await look('wants-2-step');
  await toTheEnd();
  await look('wants-3-told');
});

test('today’s words, the verdict on them, and drafts that gather support', async () => {
  const activity = await opened({
    title: 'Vision',
    question: 'Today’s vision: reaffirm it, revise it, or re-conceptualise it?',
    kind: kinds.survey({ items: items.vision, scale: scales.verdict, additions: 'In your words' }),
  });
  await look('verdict-0-nobody');
  const drafts = [
    'to be the connective tissue of the mentoring field: a spotlight, a megaphone and a bridge',
    'to make good mentoring the normal case, everywhere, by amplifying what exists',
    'a resource for everyone who mentors, and an authority over no one',
  ];
  for (const [bot, words] of drafts.entries()) await add(bot, activity, words, [['about', 'question']]);
  await add(4, activity, `a home for mentors${LONG}${LONG}`, [['about', 'question']]);
  await answer(activity, ['question'], (bot) => [share(bot, [3, 7, 4])]);
  await revealed(activity);
  await toTheEnd();
  await look('verdict-3-told');

  const support = await opened({
    title: 'Drafts',
    question: 'How far could you go with this draft?',
    kind: kinds.survey({ items: items.ideas(activity), scale: scales.gradient, reason: 'What would have to change?' }),
  });
  await until(async () => await room.desk.locator('.rows.filling li').count() === drafts.length + 1, 'the drafts are asked about');
  await look('gradient-0-nobody');
  const listed = await draftsOf();
  await answer(support, listed, (bot, place) => (bot + place) % 4 ? [share(bot, [[8, 4, 3, 1, 1], [3, 5, 4, 3, 2], [1, 2, 3, 4, 6], [2, 3, 6, 2, 2]][place])] : []);
  await revealed(support);
  await toTheEnd();
  await look('gradient-3-told');
});

/** The drafts that came in, as a sheet for their survey names them. */
async function draftsOf() {
  const answer = await room.desk.context().request.get(`${origin}/console/${room.code}/ideas`);
  const page = await answer.text();
  return [...new Set([...page.matchAll(/name="mark-(idea-[0-9a-f-]+)"/g)].map(([, item]) => item))];
}

test('one question: a rating, a choice, a ranking', async () => {
  const rating = await opened({
    title: 'Confidence',
    question: 'How sure are you that the association will act on this?',
    kind: kinds.survey({ items: items.question, scale: scales.rating(7, 'not at all', 'fully') }),
  });
  await look('rating-0-nobody');
  await answer(rating, ['question'], (bot) => [share(bot, [1, 2, 3, 5, 8, 6, 2])]);
  await revealed(rating);
  assert.match(await room.wall.innerText('h1'), /^The middle answer is \d of 7$/);
  await look('rating-3-told');

  const options = ['Webinars every month', 'One conference a year', 'A directory that is kept up', 'Small grants', 'Nothing new'];
  const choice = await opened({
    title: 'Next year',
    question: 'What should come first next year?',
    kind: kinds.survey({ items: items.question, scale: scales.choice(options) }),
  });
  await room.bots[0].submit(form(choice, [['kind', 'mark'], ['item', 'question'], ['mark', '2']]));
  await revealed(choice);
  assert.equal(await room.wall.innerText('h1'), '1 of 1 chose “A directory that is kept up”');
  await look('choice-one-answer');

  const ranking = await opened({
    title: 'Order',
    question: 'Put your three most important ones in order',
    kind: kinds.survey({ items: items.question, scale: scales.ranking(options.map((option) => option + LONG), 3) }),
  });
  await answer(ranking, ['question'], (bot) => [bot % 5, (bot + 1 + (bot % 2)) % 5, (bot * 2 + 4) % 5].filter(
    (mark, place, all) => all.indexOf(mark) === place));
  await revealed(ranking);
  assert.match(await room.wall.innerText('h1'), /^The room puts first: /);
  await look('ranking-long');

  const several = await opened({
    title: 'Nobody',
    question: 'What do you use today?',
    kind: kinds.survey({ items: items.question, scale: scales.choice(options, true) }),
  });
  await revealed(several);
  assert.match(await room.wall.innerText('h1'), /^Nobody answered/);
  await look('choice-nobody');
});

test('statements: what carries, and several ratings, short and far too long', async () => {
  const statements = [
    'Consultant directory', 'Speaker directory', 'Mentor Connect (magazine)', 'Program accreditation, gold and silver',
    'Standards', 'Conferences',
  ];
  const carry = await opened({
    title: 'Offers',
    question: 'Which of today’s offers carry, and which do not?',
    kind: kinds.survey({ items: items.own(statements), scale: scales.carry, additions: 'What is missing?' }),
  });
  const own = statements.map((_, place) => `own-${place}`);
  await add(1, carry, 'A matching service for small programmes');
  await answer(carry, own, (bot, place) => [share(bot + place, [[9, 2, 2], [2, 3, 9], [3, 7, 2]][place % 3])]);
  await revealed(carry);
  await toTheEnd();
  await look('carry-3-told');

  const ratings = await opened({
    title: 'Barriers',
    question: `How much does each of these stand in the way?${LONG}${LONG}`,
    instructions: `Think of your own programme.${LONG}`,
    kind: kinds.survey({ items: items.own(statements.map((one) => one + LONG)), scale: scales.rating(5, 'hardly', 'very much') }),
  });
  await look('ratings-0-long');
  await answer(ratings, own, (bot, place) => [share(bot + place, [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]][place % 2])]);
  await revealed(ratings);
  await toTheEnd();
  await look('ratings-3-long');
});

test('three hundred sheets from paper are one picture', async () => {
  const activity = await opened({
    title: 'Paper',
    question: 'Shall there be a second panel in spring?',
    kind: kinds.survey({ items: items.question, scale: scales.confirm }),
  });
  for (let sheet = 0; sheet < 300; sheet += 1) {
    await room.steer.submit(steps.sheet(activity, question, [share(sheet, [6, 2, 1])]));
  }
  await until(async () => (await wall()).includes('300'), 'all of them are counted');
  await look('paper-1-hall');
  await revealed(activity);
  await toTheEnd();
  assert.match(await wall(), /n 300/);
  await look('paper-3-told');
});

test('a sheet is entered by hand, and what is odd about one is said and kept', async () => {
  const activity = await opened({
    title: 'By hand',
    question: 'Put two in order',
    kind: kinds.survey({ items: items.question, scale: scales.ranking(['Red', 'Green', 'Blue'], 2) }),
  });
  const { page } = await open(browser, LAPTOP);
  await page.context().addCookies(await room.desk.context().cookies());
  await page.goto(`${origin}/console/${room.code}/ideas?survey=${activity}#sheet`);
  assert.deepEqual(await axe(page), []);
  const [first, second] = await page.locator('.survey-line select').all();
  await first.selectOption('Blue');
  await second.selectOption('Blue');
  await Promise.all([page.waitForNavigation(), page.click('button:text-is("Enter the sheet")')]);
  assert.ok(await page.locator('.notice.wrong').isVisible(), 'the same twice is no order');
  const kept = page.locator('.survey-line select');
  assert.equal(await kept.first().inputValue(), '2', 'what was typed is kept');
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/sheet.png`, fullPage: true });
  await kept.nth(1).selectOption('Red');
  await Promise.all([page.waitForNavigation(), page.click('button:text-is("Enter the sheet")')]);
  assert.ok(await page.locator('.notice:not(.wrong)').isVisible());
  await until(async () => /\b1\s+of/.test(await wall()), 'it is counted');
  await page.context().close();
});

test('reflections: how many wrote, then one that may be quoted at a time', async () => {
  const activity = await opened({
    title: 'Reflection',
    question: 'When did a mentor change what you thought was possible?',
    kind: kinds.reflection,
  });
  const reflect = (bot, words, consent, name = '') => room.bots[bot].submit(
    form(activity, [['kind', 'reflect'], ['words', words], ['consent', consent], ['name', name]]));
  await reflect(0, 'For nobody but the people who read the report.', 'never');
  await reflect(1, `She asked me what I would do if I were not afraid, and then waited.${LONG.repeat(5)}`, 'without_name');
  await reflect(2, 'He gave me his own first draft, full of red ink, and said: this is how it starts.', 'with_name', 'Grace Hopper');
  await until(async () => /\b3\s+of/.test(await wall()), 'three have written');
  assert.doesNotMatch(await wall(), /red ink|not afraid|nobody but/);
  await room.desk.getByText('not to be quoted').first().waitFor();
  await look('reflection-1-writing');
  await revealed(activity);
  await room.wall.keyboard.press('ArrowLeft');
  assert.match(await wall(), /red ink[^]*Grace Hopper/);
  await look('reflection-2-first');
  await room.wall.keyboard.press('ArrowRight');
  assert.match(await wall(), /not afraid/);
  assert.doesNotMatch(await wall(), /nobody but|Grace/);
  await look('reflection-3-second');
});

test('volunteers are invited, and told that it is kept apart', async () => {
  await opened({ title: 'Volunteers', question: 'Would you like to help?', kind: kinds.volunteers });
  assert.match((await wall()).replaceAll('\u200B', ''), new RegExp(`/p/${room.code}/volunteer`));
  await look('volunteers');
});

test('the pace is changed only after it was asked', async () => {
  await room.desk.keyboard.press('s');
  await room.desk.getByRole('dialog', { name: 'Let everybody go at their own pace?' }).waitFor();
  assert.deepEqual(await axe(room.desk), []);
  if (SHOTS) await room.desk.screenshot({ path: `${SHOTS}/pace-desk.png` });
  await room.desk.getByRole('button', { name: 'Leave it as it is' }).click();
  assert.ok(await room.desk.getByText('Everybody at their own pace …').isVisible());
  assert.deepEqual(room.complaints, [[], []]);
});
