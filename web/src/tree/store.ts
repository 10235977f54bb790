import type { TreePatch } from "./patch";
import type { Row } from "./row";

const EMPTY: TreePatch = {
  atMs: 0, fromMs: 0, columns: [], values: new Float64Array(0), order: [], changed: [], totalNodes: 0, isCut: false, agents: { total: 0, stale: 0 }, hasCluster: true,
};

/** The tree as the page shows it: rows by id, their order, and one array of numbers. */
export class TreeStore {
  /** The last patch without its rows. */
  frame: Omit<TreePatch, "order" | "changed"> = EMPTY;
  order: Row[] = [];
  /** False until the first tree. */
  isLoaded = false;
  /** Grows with each patch. */
  version = 0;
  /** Grows when rows or their order changed. */
  shape = 0;
  #rows = new Map<string, Row>();
  #index = new Map<string, number>();
  #listeners = new Set<() => void>();

  row(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** Place of a node in {@link order}, or -1. */
  indexOf(id: string): number {
    return this.#index.get(id) ?? -1;
  }

  /** The number in a row and a column; NaN when not known. */
  value(index: number, column: number): number {
    return this.frame.values[index * this.frame.columns.length + column] ?? NaN;
  }

  apply(patch: TreePatch): void {
    const { order, changed, ...frame } = patch;
    this.frame = frame;
    for (const row of changed) this.#rows.set(row.id, row);
    if (order) {
      const rows = new Map<string, Row>();
      for (const id of order) {
        const row = this.#rows.get(id);
        if (row) rows.set(id, row);
      }
      this.#rows = rows;
      this.#index = new Map(order.map((id, index) => [id, index]));
    }
    if (order || changed.length > 0) {
      this.order = [...this.#rows.values()];
      this.shape++;
    }
    this.isLoaded = true;
    this.version++;
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}
