import { expect, test } from "vitest";
import { TreeDecoder } from "../../src/tree/decoder";
import { TreeStore } from "../../src/tree/store";
import { node, tree } from "./node";

const first = () => tree([node("all", null, 0, { childCount: 2, isExpanded: true }), node("a", "all", 1), node("b", "all", 1, { values: [null] })]);

test("decode, of the first tree, sends every row and the order", () => {
  const patch = new TreeDecoder().decode(first());
  expect(patch.changed.map((r) => r.id)).toEqual(["all", "a", "b"]);
  expect(patch.order).toEqual(["all", "a", "b"]);
  expect([...patch.values]).toEqual([1, 1, NaN]);
});

test("decode, when only numbers changed, sends numbers only and keeps the rows' identity", () => {
  const decoder = new TreeDecoder();
  const store = new TreeStore();
  store.apply(decoder.decode(first()));
  const before = store.row("a");
  const next = first();
  next.nodes[1]!.values = [7];
  const patch = decoder.decode(next);
  expect(patch.changed).toEqual([]);
  expect(patch.order).toBeNull();
  store.apply(patch);
  expect(store.row("a")).toBe(before);
  expect(store.value(store.indexOf("a"), 0)).toBe(7);
});

test("decode, when a node got a mark, sends that row alone", () => {
  const decoder = new TreeDecoder();
  decoder.decode(first());
  const next = first();
  next.nodes[2]!.health = { level: "critical", restarts: 3, marks: [{ kind: "died", count: 3, text: "ended with 1", timeMs: 5, node: "b", happening: null, culprit: null }] };
  expect(decoder.decode(next).changed.map((r) => r.id)).toEqual(["b"]);
});

test("decode, when a node is gone, sends the order without it", () => {
  const decoder = new TreeDecoder();
  const store = new TreeStore();
  store.apply(decoder.decode(first()));
  const next = first();
  next.nodes.pop();
  store.apply(decoder.decode(next));
  expect(store.order.map((r) => r.id)).toEqual(["all", "a"]);
  expect(store.row("b")).toBeUndefined();
});

test("decodeValues, that fit the last tree, become numbers; others are left", () => {
  const decoder = new TreeDecoder();
  decoder.decode(first());
  const patch = decoder.decodeValues({ atMs: 2000, fromMs: 1000, values: [[4, null, 6]] });
  expect([...patch!.values]).toEqual([4, NaN, 6]);
  expect(patch!.atMs).toBe(2000);
  expect(decoder.decodeValues({ atMs: 2000, fromMs: 1000, values: [[4, 5]] })).toBeNull();
});
