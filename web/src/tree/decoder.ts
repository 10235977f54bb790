import type { Health, Node, Tree, Values } from "../api/types";
import type { TreePatch } from "./patch";
import type { Row } from "./row";

const scalars = ["parent", "depth", "groupBy", "label", "path", "scope", "childCount", "isExpanded", "hostCount", "containerCount", "isAlive"] as const;

function sameHealth(a: Health, b: Health): boolean {
  if (a.level !== b.level || a.restarts !== b.restarts || a.marks.length !== b.marks.length) return false;
  // Most nodes have no marks; for those that do, their text is short.
  return a.marks.length === 0 || JSON.stringify(a.marks) === JSON.stringify(b.marks);
}

function sameRow(row: Row, node: Node): boolean {
  for (const name of scalars) if (row[name] !== node[name]) return false;
  return sameHealth(row.health, node.health);
}

function rowOf(node: Node): Row {
  const row = { ...node } as Partial<Node>;
  delete row.values;
  delete row.sparks;
  return row as Row;
}

/** Turns trees into what changed from one to the next. */
export class TreeDecoder {
  #rows = new Map<string, Row>();
  #order: string[] = [];
  #last: Tree | null = null;

  decode(tree: Tree): TreePatch {
    const { nodes } = tree;
    const width = tree.columns.length;
    const values = new Float64Array(nodes.length * width);
    const rows = new Map<string, Row>();
    const changed: Row[] = [];
    const order: string[] = [];
    let isSameOrder = nodes.length === this.#order.length;
    nodes.forEach((node, index) => {
      let row = this.#rows.get(node.id);
      if (!row || !sameRow(row, node)) changed.push((row = rowOf(node)));
      rows.set(node.id, row);
      order.push(node.id);
      isSameOrder &&= this.#order[index] === node.id;
      for (let c = 0; c < width; c++) values[index * width + c] = node.values[c] ?? NaN;
    });
    this.#rows = rows;
    this.#order = order;
    this.#last = { ...tree, nodes: [] };
    return { ...this.#frame(this.#last), values, order: isSameOrder ? null : order, changed };
  }

  /** Null for numbers that do not fit the tree before them: the next tree will. */
  decodeValues({ atMs, fromMs, values: columns }: Values): TreePatch | null {
    const count = this.#order.length;
    const width = this.#last?.columns.length ?? 0;
    if (!this.#last || columns.length !== width || columns.some((c) => c.length !== count)) return null;
    const values = new Float64Array(count * width);
    columns.forEach((column, c) => column.forEach((value, index) => { values[index * width + c] = value ?? NaN; }));
    return { ...this.#frame({ ...this.#last, atMs, fromMs }), values, order: null, changed: [] };
  }

  #frame({ atMs, fromMs, columns, totalNodes, isCut, agents, hasCluster }: Tree) {
    return { atMs, fromMs, columns, totalNodes, isCut, agents, hasCluster };
  }
}
