import { expect, test } from "vitest";
import { parametersOf, stateOf } from "../../src/address/codec";
import { DEFAULT_STATE, type ExploreState } from "../../src/address/explore";
import { hashOf, placeOf } from "../../src/address/hash";

const there = (state: ExploreState) => stateOf(placeOf(hashOf("/explore", parametersOf(state))).parameters);

test("an address of the default state is short", () => expect(hashOf("/explore", parametersOf(DEFAULT_STATE))).toBe("#/explore"));

test("everything that Explore shows survives the way through an address", () => {
  const state: ExploreState = {
    groupBy: ["host.hostName", "container.label.a,b%"], scope: 'container.name is "a & b" and x in (1, 2)', atMs: 1_795_595_603_553, spanMs: 3_600_000, columns: ["cpu.cores.used"], sort: { column: "cpu.cores.used", descending: true },
    expansion: { all: false, except: ["marathon|shop|/shop/cache", "a,b"] }, selected: "n/a|x#y", tab: "processes",
  };
  expect(there(state)).toEqual(state);
});

test("all unfolded but some survives, too", () => {
  const state = { ...DEFAULT_STATE, expansion: { all: true, except: ["a"] }, columns: [] };
  expect(there(state)).toEqual(state);
});

test("nonsense in an address is as by default", () => expect(stateOf(new URLSearchParams("at=soon&span=-5&by="))).toEqual(DEFAULT_STATE));
