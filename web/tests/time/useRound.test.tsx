// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useHappenings } from "../../src/happenings/useHappenings";
import { useEntities } from "../../src/panel/useEntities";
import { usePanelSeries } from "../../src/panel/usePanelSeries";
import type { Link } from "../../src/stream/Link";
import { useRound } from "../../src/time/useRound";
import { useSparks } from "../../src/tree/useSparks";
import { SECOND } from "../../src/units/time";
import { DirectClient, InSession, NOW } from "../session";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LINK = {} as Link;
const ALL = "marathon.app.name is /shop/web";

function show<T>(hook: () => T, nowMs = NOW) {
  const client = new DirectClient();
  client.nowMs = nowMs;
  const { result } = renderHook(hook, { wrapper: ({ children }) => <InSession client={client}>{children}</InSession> });
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= SECOND) {
      client.nowMs += SECOND;
      await act(() => vi.advanceTimersByTimeAsync(SECOND));
    }
  };
  return { client, result, pass };
}

test.each<[string, number | null, number | null, number]>([
  ["live", null, 5 * SECOND, 12],
  ["live, where others tell the page", null, null, 0],
  ["a moment just now", NOW, null, 6],
  ["a moment of eleven seconds ago", NOW - 11 * SECOND, null, 4],
  ["a moment that agents cannot send of any more", NOW - 30 * SECOND, null, 0],
])("in a minute, %s is asked again as often as it may change", async (_, atMs, liveMs, rounds) => {
  const { result, pass } = show(() => useRound(atMs, liveMs));
  await pass(60 * SECOND);
  expect(result.current).toBe(rounds);
});

// What is shown of a moment just now, at once and when agents have sent all of it; a fresh look at the end must show the same.
test.each<[string, (atMs: number) => unknown]>([
  ["entities", (atMs) => useEntities({ kind: "container", scope: ALL, columns: [{ metric: "cpu.cores.used" }] }, atMs).data?.entities.map((e) => e.values)],
  ["a panel's charts", (atMs) => usePanelSeries(ALL, atMs, 60 * SECOND, LINK).answer?.series.map((s) => s.values)],
  ["spark lines", (atMs) => [...useSparks({ groupBy: ["marathon.app.name"], columns: [{ metric: "cpu.cores.used" }], atMs }, ["/shop/web"])]],
  ["happenings", (atMs) => useHappenings("", atMs - 60 * SECOND, atMs, [], useRound(atMs, null)).happenings.map((h) => h.id)],
])("of a moment just now, %s become what a later visitor sees", async (_, look) => {
  const atMs = NOW + 2 * SECOND;
  const first = show(() => look(atMs));
  await first.pass(2 * SECOND);
  const early = first.result.current;
  await first.pass(40 * SECOND);
  const second = show(() => look(atMs), first.client.nowMs);
  await second.pass(2 * SECOND);
  expect(early).not.toEqual(second.result.current);
  expect(first.result.current).toEqual(second.result.current);
});
