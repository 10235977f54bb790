// What a tab's memory is while somebody looks live: node bench/page/memory.mjs --address URL --password WORD [--user admin] [--minutes 60].
// A line a minute: minutes, MiB of the page's JavaScript behind a collection of garbage, MiB of the renderer that are its own, and all that is resident
// of it, nodes of the document. Some 120 MiB of a renderer are the browser's program, which all its processes share.
import { readFileSync } from "node:fs";
import { Browser, option, sleep } from "./browser.mjs";

const MINUTE_MS = 60_000;
const mib = (bytes) => (bytes / 2 ** 20).toFixed(1);
const minutes = Number(option("minutes", "60"));
const browser = await Browser.start();
await browser.signIn();

// Of several renderers that of the page is the largest.
async function rendererBytes() {
  const { processInfo } = await browser.ask("SystemInfo.getProcessInfo");
  const sizes = processInfo.filter((p) => p.type === "renderer").map(({ id }) => {
    const status = readFileSync(`/proc/${id}/status`, "utf8");
    return ["RssAnon", "VmRSS"].map((name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)[1]) * 1024);
  });
  return sizes.sort(([a], [b]) => b - a)[0];
}

// A row's panel with its charts is open, as it would be on a wall.
await browser.click(".tree__body .row:nth-child(2) .row__label");
await browser.until("document.querySelector('.chart canvas')");
await browser.page("Performance.enable");
console.log("minute heap own resident nodes");
for (let minute = 0; minute <= minutes; minute++) {
  await browser.page("HeapProfiler.collectGarbage");
  const { metrics } = await browser.page("Performance.getMetrics");
  const of = (name) => metrics.find((m) => m.name === name).value;
  const [own, resident] = await rendererBytes();
  console.log(minute, mib(of("JSHeapUsedSize")), mib(own), mib(resident), of("Nodes"));
  if (minute < minutes) await sleep(MINUTE_MS);
}
await browser.end();
