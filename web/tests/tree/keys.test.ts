import { expect, test } from "vitest";
import { treeAction } from "../../src/tree/keys";
import { node } from "./node";

const folder = node("a", "all", 1, { childCount: 2 });
const leaf = node("b", "a", 2);

test("right, on a folded row, unfolds it", () => expect(treeAction("ArrowRight", 1, 9, 5, folder, false, 0)).toEqual({ kind: "open", open: true }));
test("right, on an unfolded row, goes in", () => expect(treeAction("ArrowRight", 1, 9, 5, folder, true, 0)).toEqual({ kind: "move", to: 2 }));
test("left, on an unfolded row, folds it", () => expect(treeAction("ArrowLeft", 1, 9, 5, folder, true, 0)).toEqual({ kind: "open", open: false }));
test("left, on a leaf, goes to its parent", () => expect(treeAction("ArrowLeft", 2, 9, 5, leaf, false, 1)).toEqual({ kind: "move", to: 1 }));
test("down, on the last row, stays", () => expect(treeAction("ArrowDown", 8, 9, 5, leaf, false, 1)).toEqual({ kind: "move", to: 8 }));
test("a letter does nothing", () => expect(treeAction("x", 8, 9, 5, leaf, false, 1)).toEqual({ kind: "none" }));
