import { expect, test } from "vitest";
import { unfoldNext } from "../../src/tree/autoUnfold";
import { node } from "./node";

const none = { all: false, except: [] };
const ill = { health: { level: "critical" as const, restarts: 1, marks: [] } };

test("unfoldNext opens what is in trouble, and nothing else", () =>
  expect(unfoldNext([node("all", null, 0), node("a", "all", 1, { childCount: 3, ...ill }), node("b", "all", 1, { childCount: 3 })], none, 20)).toEqual(["a"]));
test("unfoldNext leaves folded what does not fit", () =>
  expect(unfoldNext([node("all", null, 0), node("a", "all", 1, { childCount: 300, ...ill }), node("b", "all", 1, { childCount: 3, ...ill })], none, 20)).toEqual(["b"]));
test("unfoldNext opens the only node of the first level", () => expect(unfoldNext([node("all", null, 0), node("n/a", "all", 1, { childCount: 3 })], none, 20)).toEqual(["n/a"]));
test("unfoldNext, of what is open already, is nothing", () => expect(unfoldNext([node("all", null, 0), node("a", "all", 1, { childCount: 3, ...ill })], { all: false, except: ["a"] }, 20)).toEqual([]));
