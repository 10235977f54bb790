import { useEffect, useRef } from "react";
import { withOpen, type Expansion } from "../address/expansion";
import type { Change } from "../address/useExplore";
import { unfoldNext } from "../tree/autoUnfold";
import type { TreeStore } from "../tree/store";

/** About what a small screen shows without scrolling. */
const BUDGET = 22;

/** Unfolds what is in trouble when somebody comes without wishes of their own; ends with the first wish. */
export function useAutoUnfold(store: TreeStore, shape: number, expansion: Expansion, groupBy: readonly string[], change: Change): void {
  const own = useRef<string | null>(null);
  const isOver = useRef(expansion.all || expansion.except.length > 0);
  const grouping = useRef(groupBy.join());
  useEffect(() => {
    if (grouping.current !== groupBy.join()) {
      grouping.current = groupBy.join();
      isOver.current = false;
      own.current = null;
    }
    const now = JSON.stringify(expansion);
    if (own.current !== null && own.current !== now) isOver.current = true;
    if (isOver.current || !store.isLoaded) return;
    const open = unfoldNext(store.order, expansion, BUDGET);
    if (open.length === 0) return;
    const next = withOpen(expansion, open, true);
    own.current = JSON.stringify(next);
    change({ expansion: next }, true);
  }, [store, shape, expansion, groupBy, change]);
}
