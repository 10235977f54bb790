import { HOUR, MINUTE, DAY } from "../units/time";

/** The span of time that the strip shows: enough to see where the charts' span lies in it, and always up to now. */
export function windowOf(atMs: number, spanMs: number, nowMs: number): { fromMs: number; toMs: number } {
  const behind = Math.max(HOUR, 4 * spanMs, (nowMs - atMs + spanMs) * 1.25);
  return { fromMs: nowMs - behind, toMs: nowMs };
}

const STEPS = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 7 * DAY, 30 * DAY];

const YEAR = 365 * DAY;
const MOST_TICKS = 9;

/** What a tick's text takes of the strip: one that has no room for it is not there. */
const TICK_TEXT = 0.04;

/** Round times inside a window, about eight. */
export function ticksOf(fromMs: number, toMs: number): { ms: number; stepMs: number }[] {
  const stepMs = STEPS.find((s) => (toMs - fromMs) / s <= MOST_TICKS) ?? Math.ceil((toMs - fromMs) / YEAR / MOST_TICKS) * YEAR;
  // Local midnights and hours, not those of Greenwich.
  const zone = new Date(fromMs).getTimezoneOffset() * MINUTE;
  const ticks: { ms: number; stepMs: number }[] = [];
  for (let ms = Math.ceil((fromMs - zone) / stepMs) * stepMs + zone; ms < toMs - TICK_TEXT * (toMs - fromMs); ms += stepMs) ticks.push({ ms, stepMs });
  return ticks;
}
