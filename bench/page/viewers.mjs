// What many pages that look live cost a server on this machine: node bench/page/viewers.mjs --address URL --password WORD --pid SERVER
// [--user admin] [--viewers 50] [--seconds 60]. Each asks what a page with a panel open asks; percent of one core, without them and with them.
import { readFileSync } from "node:fs";
import { option, sleep } from "./browser.mjs";

const TICKS_A_SECOND = 100;
const address = option("address");
const viewers = Number(option("viewers", "50"));
const seconds = Number(option("seconds", "60"));

// Fields 14 and 15 of stat, proc(5): time in the program and in the kernel for it.
const ticks = () => readFileSync(`/proc/${option("pid")}/stat`, "utf8").replace(/^.*\) /, "").split(" ").slice(11, 13).reduce((sum, n) => sum + Number(n), 0);

async function percent() {
  const before = ticks();
  await sleep(seconds * 1000);
  return ((100 * (ticks() - before)) / TICKS_A_SECOND / seconds).toFixed(1);
}

const session = await fetch(`${address}api/v1/session`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ user: option("user", "admin"), password: option("password") }) });
const { csrfToken } = await session.json();
const cookie = session.headers.getSetCookie().map((c) => c.split(";")[0]).join("; ");
const columns = ["cpu.cores.used.percent", "memory.used.percent", "net.bytes.in", "net.bytes.out", "file.bytes.in", "file.bytes.out", "syscall.error.count"].map((metric) => ({ metric }));
// No two are alike, so that none is answered with what was made for another.
const questionOf = (i) => ({
  tree: { sort: { column: i % columns.length, descending: i % 2 === 0 }, rangeMs: 10_000 + 1000 * i, groupBy: ["mesos.framework.name", "marathon.group.name", "marathon.app.name", "mesos.task.name", "container.name"], columns, expandAll: true },
  series: [{ metrics: columns, fromMs: -900_000 - 10_000 * i, toMs: 0 }], happenings: {},
});
console.log(`without viewers: ${await percent()} %`);
let bytes = 0;
for (let i = 0; i < viewers; i++) {
  const { body, status } = await fetch(`${address}api/v1/live`, { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": csrfToken, Cookie: cookie }, body: JSON.stringify(questionOf(i)) });
  if (status !== 200) throw new Error(`the ${i + 1}. viewer is answered ${status}`);
  void (async () => { for await (const piece of body) bytes += piece.length; })().catch(() => {});
}
await sleep(5000);
const begin = bytes;
console.log(`with ${viewers}: ${await percent()} %, ${((bytes - begin) / seconds / viewers / 1024).toFixed(1)} KiB a second for each`);
process.exit(0);
