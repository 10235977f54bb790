import { memo } from "react";
import type { Tree } from "../api/types";
import { Spark } from "../spark/Spark";
import { format } from "../units/format";
import type { TreeStore } from "./store";

interface Props { store: TreeStore; index: number; columns: Tree["columns"]; sparks: readonly (readonly (number | null)[])[] | undefined; first: number }

const Cell = memo(function Cell({ text, sparks, column }: { text: string; sparks: readonly (number | null)[] | undefined; column: number }) {
  return (
    <div role="gridcell" aria-colindex={column} className="cell cell--number">
      <Spark values={sparks} />
      <span className="cell__value">{text}</span>
    </div>
  );
});

/** A row's numbers. */
export function Cells({ store, index, columns, sparks, first }: Props) {
  return columns.map((column, c) => (
    <Cell key={column.metric} column={first + c} text={format(store.value(index, c), column.unit)} sparks={sparks?.[c]} />
  ));
}
