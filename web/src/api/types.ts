// The objects of docs/api.md, word for word; a test compares the two.

export type Aggregation = "average" | "sum" | "minimum" | "maximum" | "count";
export interface MetricColumn { metric: string; time?: Aggregation; group?: Aggregation }
export interface Metric {
  name: string;
  unit: Unit;
  kind: "gauge" | "rate";
  timeAggregation: Aggregation;
  groupAggregation: Aggregation;
  scopes: ("host" | "container" | "process" | "connection")[];
  description: string;
}
export type Unit = "number" | "percent" | "bytes" | "bytesPerSecond" | "perSecond" | "nanosecondsPerSecond" | "seconds" | "cores";

export interface TreeRequest {
  groupBy: string[];
  scope?: string;
  atMs?: number;
  rangeMs?: number;
  columns: MetricColumn[];
  expanded?: string[];
  expandAll?: boolean;
  sort?: { column: number | "label"; descending?: boolean };
  limit?: number;
  sparkPoints?: number;
  sparkRangeMs?: number;
  only?: string[];
}
export interface Tree {
  atMs: number;
  fromMs: number;
  columns: Required<MetricColumn & { unit: Unit }>[];
  nodes: Node[];
  totalNodes: number;
  isCut: boolean;
  agents: { total: number; stale: number };
  hasCluster: boolean;
}
export interface Node {
  id: string;
  parent: string | null;
  depth: number;
  groupBy: string | null;
  label: string;
  path: string | null;
  scope: string;
  childCount: number;
  isExpanded: boolean;
  hostCount: number;
  containerCount: number;
  isAlive: boolean;
  values: (number | null)[];
  sparks: (number | null)[][] | null;
  health: Health;
}
export interface Health { level: "ok" | "warning" | "critical"; restarts: number; marks: Mark[] }
export interface Mark {
  kind: "port-conflict" | "restarting" | "oom-killed" | "died" | "not-started" | "unhealthy" | "throttled" | "stale-agent";
  count: number;
  text: string;
  timeMs: number;
  node: string;
  path?: string[];
  happening: string | null;
  culprit: Culprit | null;
}
export interface Culprit { text: string; scope: string; labels: Record<string, string> }

export interface Values { atMs: number; fromMs: number; values: (number | null)[][] }

export interface SeriesRequest {
  metrics: MetricColumn[];
  scope?: string;
  segmentBy?: string[];
  kind?: "host" | "container" | "process";
  fromMs: number;
  toMs: number;
  stepMs?: number;
  top?: { count: number; by?: number; descending?: boolean };
  offset?: number;
  limit?: number;
}
export interface SeriesAnswer {
  fromMs: number;
  toMs: number;
  stepMs: number;
  times: number[];
  series: { metric: string; labels: Record<string, string>; values: (number | null)[] }[];
  total: number;
}

export interface EntitiesRequest {
  kind: "host" | "container" | "process" | "connection";
  scope?: string;
  atMs?: number;
  rangeMs?: number;
  columns?: MetricColumn[];
  sort?: { column: number | string; descending?: boolean };
  offset?: number;
  limit?: number;
}
export interface EntitiesAnswer { atMs: number; total: number; columns?: Required<MetricColumn & { unit: Unit }>[]; entities: Entity[] }
export interface Entity {
  id: number;
  parent: number;
  kind: string;
  labels: Record<string, string>;
  beginMs: number;
  endMs: number | null;
  values: (number | null)[];
  health: Health;
}

export interface Happening {
  id: string;
  timeMs: number;
  kind: string;
  severity: number;
  text: string;
  entity: number | null;
  labels: Record<string, string>;
  failedCalls: FailedCall[];
  culprit: Culprit | null;
}
export interface FailedCall { timeMs: number; call: string; error: number; errorName: string; arguments: string; process: string; pid: number }
