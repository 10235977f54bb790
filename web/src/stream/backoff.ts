const FIRST_MS = 1000;
const MOST_MS = 30_000;

/** How long to wait before the next try: doubles to half a minute, spread so that many pages do not come back at once. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (0.75 + random() / 2));
}
