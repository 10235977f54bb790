import type { Aggregation, MetricColumn, Tree } from "../../src/api/types";
import { METRIC, valueOf } from "../cluster/metrics";
import type { Thing } from "../cluster/thing";
import { Refusal } from "./refusal";

const FUNCTIONS: Record<Aggregation, (values: number[]) => number> = {
  average: (v) => v.reduce((a, b) => a + b, 0) / v.length,
  sum: (v) => v.reduce((a, b) => a + b, 0),
  minimum: (v) => Math.min(...v),
  maximum: (v) => Math.max(...v),
  count: (v) => v.length,
};

/** Columns with what the catalogue says where a request says nothing. */
export function fullColumns(columns: readonly MetricColumn[]): Tree["columns"] {
  return columns.map(({ metric, time, group }) => {
    const info = METRIC.get(metric);
    if (!info) throw new Refusal(422, "There is no such metric", `${metric} is not in api/v1/metrics`);
    return { metric, time: time ?? info.timeAggregation, group: group ?? info.groupAggregation, unit: info.unit };
  });
}

/** One number of many things; null when none of them has it. */
export function aggregate(things: readonly Thing[], metric: string, how: Aggregation, timeMs: number): number | null {
  const values: number[] = [];
  for (const thing of things) {
    const value = valueOf(thing, metric, timeMs);
    if (value !== null) values.push(value);
  }
  return values.length === 0 ? null : FUNCTIONS[how](values);
}
