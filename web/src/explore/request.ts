import type { ExploreState } from "../address/explore";
import type { TreeRequest } from "../api/types";
import { toColumns } from "../tree/columns";

/** The question for a tree that an address stands for. */
export function treeRequest(state: ExploreState): TreeRequest {
  const column = state.sort.column === "label" ? "label" : state.columns.indexOf(state.sort.column);
  return {
    groupBy: state.groupBy,
    columns: toColumns(state.columns),
    sort: { column: column === -1 ? "label" : column, descending: state.sort.descending },
    ...(state.scope && { scope: state.scope }),
    ...(state.atMs !== null && { atMs: state.atMs }),
    // Folding is done here at once; the server is asked for whole trees only when all is unfolded.
    ...(state.expansion.all ? { expandAll: true } : { expanded: [...state.expansion.except] }),
  };
}
