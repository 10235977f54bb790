/** A number between 0 and 1 that is always the same for the same input. */
export function hash(a: number, b: number): number {
  let h = (a * 374761393 + b * 668265263) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** Text as a seed. */
export function seedOf(text: string): number {
  let h = 0;
  for (const c of text) h = (Math.imul(h, 31) + c.charCodeAt(0)) | 0;
  return h;
}

/** Wanders smoothly around 1 over minutes, with a little noise every second. */
export function wander(seed: number, timeMs: number): number {
  const s = timeMs / 1000;
  const slow = Math.sin(s / (97 + 60 * hash(seed, 1)) + 7 * hash(seed, 2)) * 0.3 + Math.sin(s / (31 + 20 * hash(seed, 3)) + 5 * hash(seed, 4)) * 0.15;
  return Math.max(0, 1 + slow + (hash(seed, Math.floor(s)) - 0.5) * 0.18);
}
