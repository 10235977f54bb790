import { SECOND } from "../../src/units/time";

const EVERY_MS = 10 * SECOND;
const WAY_MS = 3 * SECOND;

/** The newest moment of which agents that nobody listens to have sent by `nowMs`. */
const deliveredMs = (nowMs: number) => Math.floor((nowMs - WAY_MS) / EVERY_MS) * EVERY_MS;

/** A moment as requests tell it: absolute, or 0 and below: back from now. Who asks for now listens, and agents send to listeners at once. */
export function momentOf(ms: number | undefined, nowMs: number): { atMs: number; knownMs: number } {
  const isStill = ms !== undefined && ms > 0;
  const atMs = isStill ? ms : nowMs + (ms ?? 0);
  return { atMs, knownMs: isStill ? Math.min(atMs, deliveredMs(nowMs)) : atMs };
}
