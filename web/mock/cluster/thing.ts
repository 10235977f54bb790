import type { Culprit, FailedCall, Mark } from "../../src/api/types";

/** What goes wrong with a thing at a moment; `text` for the mark. */
export interface Trouble { kind: Mark["kind"]; text: string; count: number; culprit: Culprit | null; failedCalls: FailedCall[] }

/** Anything that is measured. */
export interface Thing {
  id: number;
  parent: number;
  kind: "host" | "container" | "process" | "connection";
  labels: Record<string, string>;
  /** Makes its numbers, together with the metric and the time. */
  seed: number;
  /** How busy it is: 1 is ordinary. */
  load: number;
  beginMs: number;
  endMs: number | null;
}

/** A container that ends again and again, or that something is wrong with all the time. */
export interface Sufferer {
  container: Thing;
  /** It begins every so many milliseconds; null when it just lives. */
  periodMs: number | null;
  lifeMs: number;
  trouble: Omit<Trouble, "count" | "failedCalls">;
  exitStatus: number | null;
  failedCalls: (timeMs: number) => FailedCall[];
}
