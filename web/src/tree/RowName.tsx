import { levelName } from "../grouping/names";
import { Icon } from "../style/Icon";
import type { Row } from "./row";


export const levelOf = (row: Row) => (row.groupBy === null ? "" : levelName(row.groupBy).replace(/^.*\./, ""));

interface Props { row: Row; isOpen: boolean; onToggle: () => void }

/** The first cell: how deep, whether there is more below, what it is called. */
export function RowName({ row, isOpen, onToggle }: Props) {
  const isWaiting = isOpen && !row.isExpanded && row.childCount > 0 && row.depth > 0;
  const guides = Array.from({ length: Math.max(0, row.depth - 1) }, (_, i) => <i key={i} className="guide" />);
  return (
    <div role="gridcell" aria-colindex={1} className="cell cell--name">
      {guides}
      {row.childCount > 0 && row.depth > 0 ? (
        <button type="button" tabIndex={-1} className={`fold ${isOpen ? "fold--open" : ""} ${isWaiting ? "fold--waiting" : ""}`} aria-hidden="true"
          onClick={(e) => { e.stopPropagation(); onToggle(); }}>
          <Icon name="right" />
        </button>
      ) : (
        <i className={row.depth > 0 ? "fold" : ""} />
      )}
      <span className={`row__label ${row.label === "n/a" ? "row__label--absent" : ""}`} title={row.path ?? row.label}>{row.depth === 0 ? "Everything" : row.label}</span>
      <span className="row__level">{levelOf(row)}</span>
      {!row.isAlive && <span className="row__ended">ended</span>}
    </div>
  );
}
