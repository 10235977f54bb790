import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type CSSProperties, type KeyboardEvent } from "react";
import { isOpen, withOpen, type Expansion } from "../address/expansion";
import type { Metric, TreeRequest } from "../api/types";
import { treeAction } from "./keys";
import { linesOf } from "./lines";
import type { Row } from "./row";
import type { TreeStore } from "./store";
import { TreeHead } from "./TreeHead";
import { rowElementId, TreeRow } from "./TreeRow";
import { useRowHeight } from "./useRowHeight";
import { useSparks } from "./useSparks";

interface Props {
  store: TreeStore;
  request: TreeRequest;
  metrics: readonly string[];
  catalogue: ReadonlyMap<string, Metric>;
  expansion: Expansion;
  sort: { column: string; descending: boolean };
  selected: string | null;
  onExpansion: (expansion: Expansion) => void;
  onSort: (sort: { column: string; descending: boolean }) => void;
  onSelect: (id: string) => void;
}

/** Height of the headings, as in the style sheet. */
const HEAD_REM = 1.75;
const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** The cluster as a tree with numbers. Only the rows in sight are in the page. */
export function TreeTable(p: Props) {
  const { store, expansion, onExpansion, onSelect } = p;
  const version = useSyncExternalStore(store.subscribe, () => store.version);
  const shape = store.shape;
  // `shape` stands for the store's rows.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const lines = useMemo(() => linesOf(store.order, expansion), [store, shape, expansion]);
  const [cursorId, setCursorId] = useState<string | null>(p.selected);
  useEffect(() => setCursorId((c) => p.selected ?? c), [p.selected]);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(scroller);
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8, scrollMargin: HEAD_REM * rem(), scrollPaddingStart: HEAD_REM * rem() });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const rowAt = (line: number): Row | undefined => store.order[lines[line] ?? -1];
  const sparks = useSparks(p.request, items.map((i) => rowAt(i.index)?.id ?? ""));

  const lineOf = (id: string | null) => (id === null ? -1 : lines.indexOf(store.indexOf(id)));
  const cursor = Math.max(0, lineOf(cursorId));
  const selectedLine = p.selected !== null ? lineOf(p.selected) : -1;
  // A row that was chosen elsewhere (a link, a culprit) comes into sight once it is there.
  const isSelectedThere = selectedLine >= 0;
  const height = virtual.scrollRect?.height ?? 0;
  useEffect(() => {
    const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
    if (isSelectedThere && (selectedLine <= startIndex || selectedLine >= endIndex)) virtual.scrollToIndex(selectedLine, { align: "center" });
    // Only when it changes or appears, or the panel takes its place: not with every update that moves it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [p.selected, isSelectedThere, height]);

  const toggle = useCallback((row: Row) => row.depth > 0 && row.childCount > 0 && onExpansion(withOpen(expansion, [row.id], !isOpen(expansion, row.id))), [expansion, onExpansion]);
  const select = useCallback((row: Row) => { setCursorId(row.id); onSelect(row.id); scroller.current?.focus({ preventScroll: true }); }, [onSelect]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowAt(cursor);
    const open = row !== undefined && (row.depth === 0 || isOpen(expansion, row.id));
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const action = treeAction(event.key, cursor, lines.length, page, row, open, row ? lineOf(row.parent) : -1);
    if (action.kind === "none") return;
    event.preventDefault();
    if (action.kind === "move") {
      setCursorId(rowAt(action.to)?.id ?? null);
      virtual.scrollToIndex(action.to, { align: "auto" });
    } else if (action.kind === "open") onExpansion(withOpen(expansion, [row!.id], action.open));
    else onSelect(row!.id);
  };

  return (
    <div ref={scroller} className="tree" role="treegrid" aria-label="The cluster" style={{ "--count": store.frame.columns.length } as CSSProperties} aria-rowcount={lines.length + 1} tabIndex={0} data-shortcut="tree"
      aria-activedescendant={lines.length > 0 ? rowElementId(cursor) : undefined} onKeyDown={onKeyDown}>
      <TreeHead columns={store.frame.columns} metrics={p.metrics} catalogue={p.catalogue} sort={p.sort} onSort={p.onSort} />
      <div className="tree__body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return row && (
            <TreeRow key={row.id} row={row} store={store} index={lines[item.index]!} line={item.index} top={item.start - virtual.options.scrollMargin} version={version} columns={store.frame.columns}
              sparks={sparks.get(row.id)} isOpen={row.depth === 0 || isOpen(expansion, row.id)} isCursor={item.index === cursor} isSelected={row.id === p.selected}
              onToggle={toggle} onSelect={select} />
          );
        })}
      </div>
    </div>
  );
}
