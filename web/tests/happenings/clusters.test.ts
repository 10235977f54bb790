import { expect, test } from "vitest";
import type { Happening } from "../../src/api/types";
import { clustersOf } from "../../src/happenings/clusters";
import { merge } from "../../src/happenings/useHappenings";

const happening = (id: string, timeMs: number, severity: number): Happening => ({ id, timeMs, kind: "container.died", severity, text: id, entity: null, labels: {}, failedCalls: [], culprit: null });

test("what lies near is one mark, as grave as its worst", () => {
  const clusters = clustersOf([happening("a", 10, 6), happening("b", 12, 3), happening("c", 90, 4)], 0, 100, 10);
  expect(clusters.map((c) => [c.count, c.gravity, c.timeMs])).toEqual([[2, "critical", 12], [1, "warning", 90]]);
});
test("what lies outside of the span is left out", () => expect(clustersOf([happening("a", -1, 3), happening("b", 100, 3)], 0, 100, 10)).toEqual([]));
test("merge keeps each once, the newest first", () => expect(merge([happening("a", 1, 6), happening("b", 3, 6)], [happening("c", 2, 6), happening("b", 3, 5)]).map((h) => [h.id, h.severity])).toEqual([["b", 5], ["c", 2 * 3], ["a", 6]]));
