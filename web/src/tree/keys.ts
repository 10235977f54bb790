import type { Row } from "./row";

/** What a key does in the tree. */
export type TreeAction = { kind: "move"; to: number } | { kind: "open"; open: boolean } | { kind: "select" } | { kind: "none" };

const NONE: TreeAction = { kind: "none" };

/**
 * The keys of a tree: arrows, Home, End, pages; right unfolds, then goes in; left folds, then goes out; Enter shows the panel.
 * @param cursor Place among the rows in sight.
 * @param parentLine Place of the row's parent, or -1.
 */
export function treeAction(key: string, cursor: number, count: number, page: number, row: Row | undefined, isOpen: boolean, parentLine: number): TreeAction {
  const move = (to: number): TreeAction => (count === 0 ? NONE : { kind: "move", to: Math.min(count - 1, Math.max(0, to)) });
  const moves: Record<string, () => TreeAction> = {
    ArrowDown: () => move(cursor + 1),
    ArrowUp: () => move(cursor - 1),
    PageDown: () => move(cursor + page),
    PageUp: () => move(cursor - page),
    Home: () => move(0),
    End: () => move(count - 1),
    ArrowRight: () => (!row || row.childCount === 0 ? NONE : isOpen ? move(cursor + 1) : { kind: "open", open: true }),
    ArrowLeft: () => (row && isOpen && row.childCount > 0 && row.depth > 0 ? { kind: "open", open: false } : parentLine >= 0 ? move(parentLine) : NONE),
    Enter: () => (row ? { kind: "select" } : NONE),
  };
  return moves[key]?.() ?? NONE;
}
