export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const two = (n: number) => String(n).padStart(2, "0");

/** Local time of day: `12:04:31`. */
export function clock(ms: number): string {
  const d = new Date(ms);
  return `${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`;
}

/** Local date, year first: `2026-03-14`. */
export function day(ms: number): string {
  const d = new Date(ms);
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
}

/** The time of day, with the date in front when it is another day than `nowMs`. */
export const moment = (ms: number, nowMs: number) => (day(ms) === day(nowMs) ? clock(ms) : `${day(ms)} ${clock(ms)}`);

/** A span in its largest whole unit and the next: `2 min`, `1 h 30 min`, `3 d`. */
export function span(ms: number): string {
  const size = Math.abs(ms);
  if (size < MINUTE) return `${Math.round(size / SECOND)} s`;
  if (size < HOUR) {
    const seconds = Math.round((size % MINUTE) / SECOND);
    return seconds && size < 10 * MINUTE ? `${Math.floor(size / MINUTE)} min ${seconds} s` : `${Math.round(size / MINUTE)} min`;
  }
  if (size < 2 * DAY) {
    const minutes = Math.round((size % HOUR) / MINUTE);
    return minutes ? `${Math.floor(size / HOUR)} h ${minutes} min` : `${Math.floor(size / HOUR)} h`;
  }
  return `${Math.round(size / DAY)} d`;
}

/** `2 min ago`, `now` within a second. */
export const ago = (ms: number, nowMs: number) => (nowMs - ms < SECOND ? "now" : `${span(nowMs - ms)} ago`);
