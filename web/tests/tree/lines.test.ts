import { expect, test } from "vitest";
import { linesOf, nearest, pathOf } from "../../src/tree/lines";
import { withOpen } from "../../src/address/expansion";
import { node } from "./node";

const rows = [node("all", null, 0), node("a", "all", 1), node("a1", "a", 2), node("a1x", "a1", 3), node("b", "all", 1)];
const ids = (lines: Int32Array) => [...lines].map((i) => rows[i]!.id);

test("linesOf, with nothing unfolded, shows the root's children", () => expect(ids(linesOf(rows, { all: false, except: [] }))).toEqual(["all", "a", "b"]));
test("linesOf, with one unfolded, shows one level more", () => expect(ids(linesOf(rows, { all: false, except: ["a"] }))).toEqual(["all", "a", "a1", "b"]));
test("linesOf, with all unfolded but one, hides all below that one", () => expect(ids(linesOf(rows, { all: true, except: ["a"] }))).toEqual(["all", "a", "b"]));
test("withOpen, twice, is as before", () => {
  const open = withOpen({ all: false, except: [] }, ["a"], true);
  expect(open.except).toEqual(["a"]);
  expect(withOpen(open, ["a"], false).except).toEqual([]);
});
test("pathOf, a deep row, begins at the root", () => expect(pathOf(rows[3], (id) => rows.find((r) => r.id === id)).map((r) => r.id)).toEqual(["all", "a", "a1", "a1x"]));

test.each([
  ["all/a/a1", "all/a/a1"],
  ["all/a/gone", "all/a"],
  ["all/a/gone/deeper", "all/a"],
  ["all", "all"],
  ["all/gone", undefined],
  ["nowhere", undefined],
  [null, undefined],
])("nearest, %s, is %s", (id, expected) => {
  const rows = new Map(["all", "all/a", "all/a/a1"].map((there, depth) => [there, node(there, null, depth)]));
  expect(nearest(id, (one) => rows.get(one))?.id).toBe(expected);
});
