import { expect, test } from "vitest";
import { Accounts } from "../../mock/accounts";
import { Cluster } from "../../mock/cluster/cluster";
import { ROUTES, routeOf } from "../../mock/routes";
import { conformTo } from "./conform";
import { documentedAddresses } from "./document";

const NOW = 1_795_595_600_000;
const cluster = new Cluster({ rows: 200, hasMesos: true, isEmpty: false }, NOW);
const accounts = new Accounts(NOW, false);
const mesos = accounts.groupings[0]!.groupBy;
const columns = [{ metric: "cpu.cores.used" }, { metric: "memory.limit.bytes" }];

const ask = (method: string, path: string, body: unknown = null, query = "") =>
  routeOf(method, path.split("/"))!({ user: "admin", parts: path.split("/"), query: new URLSearchParams(query), body, nowMs: NOW }, cluster, accounts);

test.each<[string, string, () => unknown]>([
  ["Tree", "a tree", () => ask("POST", "tree", { groupBy: mesos, columns, expandAll: true, sparkPoints: 3 })],
  ["Tree", "a tree of hosts a while ago", () => ask("POST", "tree", { groupBy: ["host.hostName"], columns, atMs: -120_000 })],
  ["SeriesAnswer", "series", () => ask("POST", "series", { metrics: columns, fromMs: -60_000, toMs: 0, segmentBy: ["host.hostName"] })],
  ["EntitiesAnswer", "containers", () => ask("POST", "entities", { kind: "container", columns })],
  ["EntitiesAnswer", "connections", () => ask("POST", "entities", { kind: "connection", columns: [{ metric: "net.bytes.in" }] })],
])("%s is what the mock answers for %s", (type, _what, answer) => expect(conformTo(type, answer())).toEqual([]));

test("happenings and metrics are lists of what the document says", () => {
  const happenings = ask("GET", "happenings", null, "fromMs=-600000") as unknown[];
  expect(happenings.length).toBeGreaterThan(10);
  expect(happenings.flatMap((h) => conformTo("Happening", h))).toEqual([]);
  expect((ask("GET", "metrics") as unknown[]).flatMap((m) => conformTo("Metric", m))).toEqual([]);
});

test("conformTo, of an answer with a wrong piece, names the piece", () => {
  const tree = structuredClone(ask("POST", "tree", { groupBy: mesos, columns })) as { nodes: { health: { level: string } }[] };
  tree.nodes[1]!.health.level = "fine";
  expect(conformTo("Tree", tree).join()).toContain("nodes[1].health.level");
});

// Served outside of the routes: the session, the stream, agents' samples, health.
const ELSEWHERE = ["session", "live", "healthz", "ingest"];

test("the mock has every address of the document, and no other", () => {
  const wanted = documentedAddresses().filter((a) => !ELSEWHERE.some((e) => a.includes(e))).map((a) => a.replace("api/v1/", "").replace(/\{\w+\}/g, "*"));
  expect(wanted.length).toBeGreaterThan(15);
  expect(Object.keys(ROUTES).sort()).toEqual([...new Set(wanted)].sort());
});
