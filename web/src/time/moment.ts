import type { ExploreState } from "../address/explore";
import { DAY, HOUR, MINUTE, SECOND } from "../units/time";

type Time = Pick<ExploreState, "atMs" | "spanMs">;

/** Spans to choose from, milliseconds. */
export const SPANS = [5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY];

/** Shorter ones would hold less than six points. */
const SHORTEST = MINUTE;

/** How far one step goes: a fifteenth of what charts show, in whole seconds, 10 s at least. */
export const stepMs = (spanMs: number) => Math.max(10 * SECOND, Math.round(spanMs / 15 / SECOND) * SECOND);

/** The moment that is shown. */
export const shownMs = (time: Time, nowMs: number) => time.atMs ?? nowMs;

/** Goes to a moment; one that has not come yet is live. */
export const at = (ms: number, nowMs: number): Pick<Time, "atMs"> => ({ atMs: ms >= nowMs - SECOND ? null : Math.round(ms) });

/** One step back or forward. */
export const step = (time: Time, nowMs: number, direction: -1 | 1) => at(shownMs(time, nowMs) + direction * stepMs(time.spanMs), nowMs);

/** Stops at the moment that is shown, or goes on live. */
export const pause = (time: Time, nowMs: number): Pick<Time, "atMs"> => ({ atMs: time.atMs === null ? Math.round(nowMs) : null });

/** Shows just this span; what ends now stays live. */
export function zoom(fromMs: number, toMs: number, nowMs: number): Time {
  const [from, to] = fromMs <= toMs ? [fromMs, toMs] : [toMs, fromMs];
  return { ...at(to, nowMs), spanMs: Math.max(SHORTEST, Math.round((to - from) / SECOND) * SECOND) };
}
