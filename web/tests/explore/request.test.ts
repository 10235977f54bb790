import { expect, test } from "vitest";
import { DEFAULT_STATE } from "../../src/address/explore";
import { treeRequest } from "../../src/explore/request";

test("live asks for no moment, the past for its own", () => {
  expect(treeRequest(DEFAULT_STATE).atMs).toBeUndefined();
  expect(treeRequest({ ...DEFAULT_STATE, atMs: 5000 }).atMs).toBe(5000);
});
test("a sorted metric is named by its column", () => expect(treeRequest({ ...DEFAULT_STATE, sort: { column: "net.bytes.in", descending: true } }).sort).toEqual({ column: 2, descending: true }));
test("a sorted metric that is no column any more is forgotten", () => expect(treeRequest({ ...DEFAULT_STATE, sort: { column: "gone", descending: true } }).sort!.column).toBe("label"));
test("all unfolded asks for all", () => expect(treeRequest({ ...DEFAULT_STATE, expansion: { all: true, except: ["a"] } })).toMatchObject({ expandAll: true }));
