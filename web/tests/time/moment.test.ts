import { expect, test } from "vitest";
import { at, pause, step, stepMs, zoom } from "../../src/time/moment";
import { ticksOf, windowOf } from "../../src/time/strip";
import { HOUR, MINUTE, SECOND } from "../../src/units/time";

const now = 1_795_595_600_000;
const live = { atMs: null, spanMs: 15 * MINUTE };

test("stepMs, of 15 minutes, is one", () => expect(stepMs(15 * MINUTE)).toBe(MINUTE));
test("stepMs, of a short span, is 10 s at least", () => expect(stepMs(MINUTE)).toBe(10 * SECOND));
test("step, back from live, pauses a step ago", () => expect(step(live, now, -1)).toEqual({ atMs: now - MINUTE }));
test("step, forward past now, is live", () => expect(step({ atMs: now - 30 * SECOND, spanMs: 15 * MINUTE }, now, 1)).toEqual({ atMs: null }));
test("pause, live, holds the moment; paused, goes on", () => {
  expect(pause(live, now)).toEqual({ atMs: now });
  expect(pause({ atMs: now - HOUR, spanMs: 1 }, now)).toEqual({ atMs: null });
});
test("zoom, dragged backwards, is the same span", () => expect(zoom(now - MINUTE, now - HOUR, now)).toEqual({ atMs: now - MINUTE, spanMs: 59 * MINUTE }));
test("zoom, to a blink, is a minute", () => expect(zoom(now - 2000, now - 1000, now).spanMs).toBe(MINUTE));
test("zoom, up to now, stays live", () => expect(zoom(now - HOUR, now, now)).toEqual({ atMs: null, spanMs: HOUR }));
test("at, in the future, is live", () => expect(at(now + 5, now)).toEqual({ atMs: null }));
test("windowOf, of a moment long ago, holds its whole span", () => {
  const { fromMs, toMs } = windowOf(now - 10 * HOUR, HOUR, now);
  expect(fromMs).toBeLessThan(now - 11 * HOUR);
  expect(toMs).toBe(now);
});
test("ticksOf, of an hour, are few and round", () => {
  const ticks = ticksOf(now - HOUR, now);
  expect(ticks.length).toBeGreaterThan(2);
  expect(ticks.length).toBeLessThan(10);
  for (const { ms, stepMs: s } of ticks) expect(ms % s).toBe(0);
});
