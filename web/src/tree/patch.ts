import type { Tree } from "../api/types";
import type { Row } from "./row";

/** What of a tree has changed since the one before; numbers always come whole. */
export interface TreePatch {
  atMs: number;
  fromMs: number;
  columns: Tree["columns"];
  /** Row-major, `columns.length` numbers a row; NaN is not known. */
  values: Float64Array<ArrayBuffer>;
  /** Ids in order of display; null when they are those of before. */
  order: string[] | null;
  /** Rows that are new or different. */
  changed: Row[];
  totalNodes: number;
  isCut: boolean;
  agents: { total: number; stale: number };
  hasCluster: boolean;
}
