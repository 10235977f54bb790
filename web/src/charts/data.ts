import type uPlot from "uplot";
import type { SeriesAnswer } from "../api/types";
import type { ChartSpec } from "./spec";

/** An answer as columns: seconds, then one list a line of the chart. */
export function dataOf(spec: ChartSpec, answer: SeriesAnswer): uPlot.AlignedData {
  const times = answer.times.map((t) => t / 1000);
  const lines = spec.lines.map((line) => answer.series.find((s) => s.metric === line.metric)?.values ?? times.map(() => null));
  return [times, ...lines];
}

/** Index of the newest moment at which the chart's first line is known; the last one when it never is. */
export function lastKnown(data: uPlot.AlignedData): number {
  const line = data[1] ?? [];
  for (let i = line.length - 1; i >= 0; i--) if (line[i] !== null && line[i] !== undefined) return i;
  return line.length - 1;
}

/** Indexes of numbers that no line leads to or from: drawn as points, or nobody would see them. */
export function isolated(values: ArrayLike<number | null | undefined>): number[] {
  const known = (i: number) => values[i] !== null && values[i] !== undefined;
  return Array.from(values, (_, i) => i).filter((i) => known(i) && !known(i - 1) && !known(i + 1));
}
