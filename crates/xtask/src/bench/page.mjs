// Loads the join page and the phone's page as a phone on a slow network does: one JSON object a line for each visit.
import { createRequire } from "node:module";
import { join } from "node:path";

const { chromium } = createRequire(join(process.cwd(), "package.json"))("playwright-core");
const { CHROMIUM, ORIGIN, PANEL, SEATS } = process.env;

// "Slow 4G" as Lighthouse means it.
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1000 * 1000) / 8, uploadThroughput: (750 * 1000) / 8 };
const SLOWER = 4;
const PATIENCE = 30_000;

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });

function watch() {
  window.measured = { largest: null, shift: 0, live: null };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.measured.largest = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.measured.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  // Hydrated, the page opens its socket.
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...address) {
      window.measured.live ??= performance.now();
      super(...address);
    }
  };
}

async function visit(name, cookie) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  try {
    if (cookie) {
      const [key, ...value] = cookie.split("=");
      await context.addCookies([{ name: key, value: value.join("="), url: ORIGIN }]);
    }
    const page = await context.newPage();
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await session.send("Network.emulateNetworkConditions", NETWORK);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    let bytes = 0;
    session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
    await page.goto(ORIGIN + PANEL, { waitUntil: "load", timeout: PATIENCE });
    if (name === "answer") await page.waitForFunction(() => window.measured.live !== null, null, { timeout: PATIENCE });
    // Paints are told of with a delay.
    await page.waitForTimeout(1_500);
    const result = await page.evaluate(() => ({
      first_paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
      largest_paint: window.measured.largest,
      live: window.measured.live,
      shift: window.measured.shift,
    }));
    console.log(JSON.stringify({ page: name, bytes, ...result }));
  } finally {
    await context.close();
  }
}

// The first page of a browser pays for its start.
await (await browser.newPage()).close();
for (const seat of SEATS.split("\n")) {
  await visit("join", null);
  await visit("answer", seat);
}
await browser.close();
