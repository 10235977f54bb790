import { memo } from "react";
import type { Tree } from "../api/types";
import { headline } from "../trouble/words";
import { Cells } from "./Cells";
import { RowName } from "./RowName";
import type { Row } from "./row";
import type { TreeStore } from "./store";

/** Columns in front of the numbers: name, trouble, containers, restarts. */
export const FIXED_COLUMNS = 4;

interface Props {
  row: Row;
  store: TreeStore;
  /** Place in the store. */
  index: number;
  /** Place among the rows in sight. */
  line: number;
  top: number;
  /** The store's version: numbers are read from the store when this changes. */
  version: number;
  columns: Tree["columns"];
  sparks: readonly (readonly (number | null)[])[] | undefined;
  isOpen: boolean;
  isCursor: boolean;
  isSelected: boolean;
  onToggle: (row: Row) => void;
  onSelect: (row: Row) => void;
}

export const rowElementId = (line: number) => `row-${line}`;

export const TreeRow = memo(function TreeRow(p: Props) {
  const { row } = p;
  const { level, restarts } = row.health;
  const classes = ["row", `row--${level}`, p.isCursor && "row--cursor", p.isSelected && "row--selected", !row.isAlive && "row--ended", row.depth === 0 && "row--root"];
  return (
    <div role="row" id={rowElementId(p.line)} className={classes.filter(Boolean).join(" ")} style={{ transform: `translateY(${p.top}px)` }}
      aria-level={row.depth + 1} aria-rowindex={p.line + 2} aria-selected={p.isSelected} aria-expanded={row.childCount > 0 ? p.isOpen : undefined}
      onClick={() => p.onSelect(row)} onDoubleClick={() => p.onToggle(row)}>
      <RowName row={row} isOpen={p.isOpen} onToggle={() => p.onToggle(row)} />
      <div role="gridcell" aria-colindex={2} className="cell cell--trouble">
        {level !== "ok" && <span className={`pill pill--${level}`} title={row.health.marks.map((m) => m.text).join("\n")}>{headline(row.health) || level}</span>}
      </div>
      <div role="gridcell" aria-colindex={3} className="cell cell--count">{row.containerCount}</div>
      <div role="gridcell" aria-colindex={4} className={`cell cell--count ${restarts > 0 ? "cell--restarts" : "cell--nothing"}`}>{restarts}</div>
      <Cells store={p.store} index={p.index} columns={p.columns} sparks={p.sparks} first={FIXED_COLUMNS + 1} />
    </div>
  );
});
