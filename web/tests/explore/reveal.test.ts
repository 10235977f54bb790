import { expect, test } from "vitest";
import { DEFAULT_STATE } from "../../src/address/explore";
import type { Tree } from "../../src/api/types";
import { findById, findByScope } from "../../src/explore/reveal";
import { treeRequest } from "../../src/explore/request";
import { DirectClient } from "../session";

const request = treeRequest(DEFAULT_STATE);

test("a culprit is found where it runs, with all that must be unfolded", async () => {
  const client = new DirectClient();
  const tree = await client.post<Tree>("api/v1/tree", request);
  const culprit = tree.nodes[0]!.health.marks[0]!.culprit!;
  const found = await findByScope(client, request, culprit.scope);
  expect(found!.ancestors).toEqual(["marathon", "marathon|legacy", "marathon|legacy|/legacy/redis", "marathon|legacy|/legacy/redis|redis.legacy"]);
  expect(found!.id.startsWith(found!.ancestors.at(-1)!)).toBe(true);
});

test("a folded node is found by its id", async () => {
  const found = await findById(new DirectClient(), request, "marathon|shop|/shop/cache");
  expect(found!.ancestors.slice(0, 3)).toEqual(["marathon", "marathon|shop", "marathon|shop|/shop/cache"]);
});

test("what is nowhere is not found", async () => expect(await findByScope(new DirectClient(), request, "container.name is nobody")).toBeNull());
