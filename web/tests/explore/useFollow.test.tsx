// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { DEFAULT_STATE } from "../../src/address/explore";
import type { Tree } from "../../src/api/types";
import { treeRequest } from "../../src/explore/request";
import { useFollow } from "../../src/explore/useFollow";
import { TreeStore } from "../../src/tree/store";
import { DirectClient, InSession } from "../session";

test.each([
  ["nothing is filtered", "", undefined],
  ["it is folded away within the filter", "mesos.framework.name is marathon", undefined],
  ["it is outside of the filter", "marathon.app.name starts with /shop", ""],
])("following a culprit while %s goes to its container", async (_, scope, changed) => {
  const client = new DirectClient();
  const state = { ...DEFAULT_STATE, scope };
  const request = treeRequest(state);
  const { culprit } = (await client.post<Tree>("api/v1/tree", request)).nodes[0]!.health.marks[0]!;
  const change = vi.fn();
  const { result } = renderHook(() => useFollow(state, request, new TreeStore(), change), { wrapper: ({ children }) => <InSession client={client}>{children}</InSession> });
  await act(() => result.current.follow(culprit!));
  const { selected, scope: next } = change.mock.calls[0]![0] as { selected: string; scope?: string };
  expect(selected).toContain("/legacy/redis|redis.legacy|");
  expect(next ?? scope).toBe(changed ?? scope);
});
