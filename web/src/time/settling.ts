import { SECOND } from "../units/time";

/** How long after a moment agents may still send of it: they deliver every ten seconds, and the way takes its time. */
const SETTLED_MS = 30 * SECOND;

/** How often a moment is asked for until then. */
export const REFRESH_MS = 5 * SECOND;

/** How long what is known of a moment may still change, by the server's clock; 0 when it will not. */
export const settlesInMs = (atMs: number, nowMs: number) => Math.max(0, atMs + SETTLED_MS - nowMs);
