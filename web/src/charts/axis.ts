import type uPlot from "uplot";
import type { Unit } from "../api/types";
import { format, isBinary } from "../units/format";
import { DAY, day, clock } from "../units/time";

/** Steps of an axis that read as round numbers: powers of two times 1024^n for bytes, 1-2-5 elsewhere. */
export function increments(unit: Unit): number[] {
  const steps: number[] = [];
  if (isBinary(unit)) for (let power = 0; power < 60; power++) steps.push(2 ** power);
  else for (let exponent = -6; exponent < 16; exponent++) for (const m of [1, 2, 5]) steps.push(m * 10 ** exponent);
  return steps;
}

const LEAST: Partial<Record<Unit, number>> = { cores: 0.1, nanosecondsPerSecond: 1e7, bytes: 1024, bytesPerSecond: 1024 };

/** From zero up; an axis of a metric that is nothing still has a height. */
export function range(unit: Unit): uPlot.Range.Function {
  const least = LEAST[unit] ?? 1;
  return (_u, _min, max) => [0, Math.max(least, (max ?? 0) * 1.08)];
}

export const valueLabels = (unit: Unit) => (_u: uPlot, ticks: number[]) => ticks.map((v) => format(v, unit));

/** Half a label, as a share of a chart. */
const LABEL_SHARE = 0.07;

/** Labels of the time axis: the time of day, or the day where a chart spans several. */
export function timeLabels(u: uPlot, ticks: number[]): string[] {
  const { min = 0, max = 0 } = u.scales["x"] ?? {};
  const spanMs = ((max ?? 0) - (min ?? 0)) * 1000;
  // The last one would be cut off where the chart ends.
  const isCut = (s: number) => (max ?? 0) - s < ((max ?? 0) - (min ?? 0)) * LABEL_SHARE;
  return ticks.map((s) => (isCut(s) ? "" : spanMs > 2 * DAY ? day(s * 1000).slice(5) : clock(s * 1000).slice(0, spanMs < 10 * 60_000 ? 8 : 5)));
}
