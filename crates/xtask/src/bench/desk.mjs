// Drags ideas at the desk of themes, with a mouse on a laptop and a finger on a phone: one JSON object a line for each drag.
import { join as joined } from "node:path";
import { pathToFileURL } from "node:url";

const load = (name) => import(pathToFileURL(joined(process.cwd(), "tests", name)));
const [{ Attendee }, room, { kinds }, { launch, open, serve }] = await Promise.all(
  ["attendee.mjs", "room.mjs", "postcard.mjs", "server.mjs"].map(load));
const { LAPTOP, PHONE, another, begin, join, next, opened, promptOf } = room;
const DRAGS = Number(process.env.DRAGS);
const EACH = 8;
const AT_ONCE = 10;

const server = await serve({ demo: false });
const origin = server.announced.listening;
const browser = await launch();
const facilitator = await begin(browser, origin, server);

/** A panel with so many ideas, of which ten are in themes of their own, and a grouping that is open to everybody. */
async function panel(ideas) {
  const made = await another(await facilitator.page.context().newPage(), origin, { title: "A desk" });
  await next(made.page, "Open");
  for (let people = 0; people < ideas / EACH; people += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, Math.ceil(ideas / EACH) - people) }, async (_, person) => {
      const attendee = await Attendee.join(origin, made.code);
      for (let idea = 0; idea < EACH; idea += 1) {
        await attendee.write(`Idea ${people + person}-${idea}: mentors are paid for the time that they give, and trained in pairs before they begin`);
      }
    }));
  }
  const prompt = await promptOf(made);
  await opened(origin, made, { title: "Themes", question: "What belongs together?", kind: kinds.grouping(prompt, true) });
  await made.page.close();
  return { ...made, prompt };
}

async function drags(page, by) {
  await page.locator(".sorting").waitFor();
  for (let place = 0; place < 10; place += 1) {
    await page.locator(".sorting-loose .sorting-pick").first().click();
    await page.fill("#new-theme", `Theme ${place}`);
    await page.locator(".tray .primary").click();
    await page.locator(".sorting-themes > .theme").nth(place).waitFor();
  }
  await page.evaluate(() => {
    window.frames_ = [];
    let last = performance.now();
    const frame = (now) => {
      window.frames_.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const ideas = await page.locator(".sorting-card").count();
  for (let drag = 0; drag < DRAGS; drag += 1) {
    const card = page.locator(".sorting-loose .sorting-card").nth(2);
    await card.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(300);
    const { x, y, width } = await card.boundingBox();
    await page.evaluate(() => (window.frames_.length = 0));
    await by(page, [x, y, width], page.locator(".tray-themes button").nth(drag % 10));
    await page.waitForTimeout(400);
    const frames = await page.evaluate(() => window.frames_.slice(1));
    frames.sort((one, other) => one - other);
    console.log(JSON.stringify({ place: by.name, ideas, longest: frames.at(-1), median: frames[frames.length >> 1] }));
  }
}

async function mouse(page, [x, y], target) {
  await page.mouse.move(x + 60, y + 20);
  await page.mouse.down();
  await page.mouse.move(x + 75, y + 35, { steps: 3 });
  const end = await target.boundingBox();
  await page.mouse.move(end.x + 20, end.y + 10, { steps: 30 });
  await page.mouse.up();
}

async function finger(page, [x, y, width], target) {
  const session = await page.context().newCDPSession(page);
  const touch = (type, point) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [{ x: point[0], y: point[1] }] : [] });
  const from = [x + width - 20, y + 20];
  await touch("touchStart", from);
  await page.locator(".tray.out").waitFor();
  const box = await target.boundingBox();
  const to = [box.x + 20, box.y + 10];
  for (let step = 1; step <= 20; step += 1) {
    await touch("touchMove", from.map((at, axis) => at + ((to[axis] - at) * step) / 20));
  }
  await touch("touchEnd");
  await session.detach();
}

const large = await panel(1_000);
const laptop = (await open(browser, LAPTOP)).page;
await laptop.context().addCookies(await facilitator.page.context().cookies());
await laptop.goto(`${large.console}/themes?prompt=${large.prompt}`);
await drags(laptop, mouse);
await laptop.close();
const small = await panel(300);
const { page: phone } = await join(browser, small.phone, PHONE);
await phone.goto(`${small.phone}/themes?prompt=${small.prompt}`);
await drags(phone, finger);
await browser.close();
await server.stop();
