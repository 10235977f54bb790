import type { Change } from "../address/useExplore";
import { at, pause, step, zoom } from "../time/moment";
import { MINUTE } from "../units/time";

type Time = { atMs: number | null; spanMs: number };

/** The ways to another moment, for keys, charts and lists. */
export function timeActions(time: Time, nowMs: number, change: Change) {
  const shown = time.atMs ?? nowMs;
  return {
    back: () => change(step(time, nowMs, -1), true),
    forward: () => change(step(time, nowMs, 1), true),
    pause: () => change(pause(time, nowMs)),
    live: () => change({ atMs: null }),
    twoMinutesAgo: () => change(at(shown - 2 * MINUTE, nowMs)),
    goTo: (ms: number) => change(at(ms, nowMs)),
    zoom: (fromMs: number, toMs: number) => change(zoom(fromMs, toMs, nowMs)),
  };
}
