// How fast a page is over a server that has thousands of rows: node bench/page/speed.mjs --address URL --password WORD [--user admin] [--times 15].
// Times of a click and of the first paint are those of a clock, from the press to the frame that shows it; "processor" is that of the page's main
// thread alone, which neighbours on the machine do not change.
import { Browser, option, sleep } from "./browser.mjs";

const LIVE_MS = 30_000;
const times = Number(option("times", "15"));
const browser = await Browser.start();

const sorted = (values) => [...values].sort((a, b) => a - b);
const middle = (values) => sorted(values)[Math.floor(values.length / 2)];
const text = (values) => `${middle(values).toFixed(0)} ms, ${sorted(values).at(-1).toFixed(0)} at most`;

// Milliseconds of the main thread so far, all and for layout and styles.
async function spent() {
  const { metrics } = await browser.page("Performance.getMetrics");
  const of = (name) => metrics.find((m) => m.name === name).value * 1000;
  return { all: of("TaskDuration"), layout: of("LayoutDuration") + of("RecalcStyleDuration") };
}

await browser.page("Performance.enable", { timeDomain: "threadTicks" });
await browser.page("Page.addScriptToEvaluateOnNewDocument", {
  source: `(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask" });
    // Resolves with the clock of the first frame after a selector finds something.
    window.shown = (selector) => new Promise((done) => {
      const look = () => (document.querySelector(selector) ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look));
      look();
    });
    window.firstRows = new Promise((done) => addEventListener("DOMContentLoaded", () => done(window.shown(".tree__body .row:nth-child(3)"))));
  })()`,
});
await browser.signIn("#/explore?unfold=all");
await browser.until("document.querySelector('.tree').ariaRowCount > 1000");
console.log(`rows: ${await browser.run("document.querySelector('.tree').ariaRowCount")}`);

for (const [name, hash] of [["folded", "#/explore"], ["all unfolded", "#/explore?unfold=all"]]) {
  const first = [];
  for (let i = 0; i < 5; i++) {
    await browser.open(hash);
    await browser.until("window.firstRows");
    first.push(await browser.run("window.firstRows"));
  }
  console.log(`first rows, ${name}: ${text(first)}`);
}

await browser.until("document.querySelector('.live--on')");
await sleep(3000);
await browser.run("window.longTasks.length = 0");
const before = await spent();
await sleep(LIVE_MS);
const after = await spent();
const updates = LIVE_MS / 1000;
console.log(`live update: ${((after.all - before.all) / updates).toFixed(1)} ms of processor, of that ${((after.layout - before.layout) / updates).toFixed(1)} for styles and layout; tasks above 50 ms by the clock in ${updates} s: ${await browser.run("window.longTasks.length")}`);

const clicks = [];
const answers = [];
const own = [];
for (let i = 0; i < times; i++) {
  await browser.run("document.querySelector('[aria-label=\"Close the panel\"]')?.click()");
  await browser.until("!document.querySelector('.panel')");
  // The listener is there before the press; the clock begins with it.
  await browser.run(`void (window.panel = new Promise((done) => addEventListener("pointerdown", () => { const from = performance.now(); window.shown(".chart canvas").then((to) => done(to - from)); }, { once: true, capture: true })))`);
  const from = await spent();
  await browser.click(`.tree__body .row:nth-child(${2 + (i % 8)}) .row__label`);
  clicks.push(await browser.run("window.panel"));
  own.push((await spent()).all - from.all);
  answers.push(await browser.run(`performance.getEntriesByType("resource").filter((e) => e.name.endsWith("api/v1/series")).at(-1).duration`));
}
console.log(`click to a panel with charts: ${text(clicks)}; of that the server's answer ${text(answers)}; processor of the page ${text(own)}`);

await browser.run("document.querySelector('[aria-label=\"Close the panel\"]')?.click()");
await sleep(500);
const steps = 60;
const start = await spent();
await browser.run("window.longTasks.length = 0");
for (let i = 0; i < steps; i++) {
  await browser.page("Input.dispatchMouseEvent", { type: "mouseWheel", x: 640, y: 400, deltaX: 0, deltaY: 600 });
  await sleep(50);
}
const end = await spent();
console.log(`scrolling: ${((end.all - start.all) / steps).toFixed(1)} ms of processor for each of ${steps} steps of 600 pixels, of that ${((end.layout - start.layout) / steps).toFixed(1)} for styles and layout; tasks above 50 ms by the clock: ${await browser.run("window.longTasks.length")}`);
await browser.end();
