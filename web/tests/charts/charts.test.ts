import { expect, test } from "vitest";
import { increments } from "../../src/charts/axis";
import { dataOf, isolated, lastKnown } from "../../src/charts/data";
import { PANEL_CHARTS, PANEL_METRICS } from "../../src/charts/spec";
import { sparkPath } from "../../src/spark/path";
import { METRIC } from "../../mock/cluster/metrics";

const answer = { fromMs: 0, toMs: 2000, stepMs: 1000, times: [1000, 2000], series: [{ metric: "net.bytes.out", labels: {}, values: [5, null] }], total: 1 };
const network = PANEL_CHARTS.find((c) => c.title === "Network")!;

test("a line without an answer is empty, never zero", () => expect(dataOf(network, answer)).toEqual([[1, 2], [null, null], [5, null]]));
test("lastKnown is the newest moment with a number", () => expect(lastKnown([[1, 2, 3], [4, 5, null]])).toBe(1));
test("isolated finds what no line would show", () => expect(isolated([1, null, 2, 3, null, 4])).toEqual([0, 5]));
test("bytes have steps of powers of two", () => expect(increments("bytes").filter((s) => s >= 1024 && s <= 4096)).toEqual([1024, 2048, 4096]));
test("every metric of the charts is in the catalogue, in the chart's unit", () => {
  for (const chart of PANEL_CHARTS) for (const { metric } of chart.lines) expect(METRIC.get(metric)?.unit, metric).toBe(chart.unit);
  expect(PANEL_METRICS.length).toBe(new Set(PANEL_METRICS).size);
});
test("sparkPath begins at zero and leaves gaps", () => expect(sparkPath([0, 10, null, 5, 5], 40, 10)).toBe("M0.0 10.0L10.0 0.0M30.0 5.0L40.0 5.0"));
test("sparkPath, of nothing but zeros, lies on the ground", () => expect(sparkPath([0, 0, 0, 0], 30, 10)).toBe("M0.0 10.0L10.0 10.0L20.0 10.0L30.0 10.0"));
test("sparkPath, of too few numbers, is nothing", () => expect(sparkPath([null, 1, null, 2], 30, 10)).toBe(""));
