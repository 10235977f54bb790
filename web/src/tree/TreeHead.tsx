import type { Metric, Tree } from "../api/types";
import { Icon } from "../style/Icon";
import { describe, headingOf } from "./columns";

interface Sort { column: string; descending: boolean }
interface Props { columns: Tree["columns"]; metrics: readonly string[]; catalogue: ReadonlyMap<string, Metric>; sort: Sort; onSort: (sort: Sort) => void }

function Heading({ id, title, text, className, sort, onSort }: { id: string; title: string; text: string; className: string; sort: Sort; onSort: (sort: Sort) => void }) {
  const isSorted = sort.column === id;
  return (
    <div role="columnheader" className={`cell head ${className}`} aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : "none"}>
      {/* Numbers are looked for from the largest. */}
      <button type="button" className={`head__button ${isSorted ? "head__button--sorted" : ""}`} title={title}
        onClick={() => onSort({ column: id, descending: isSorted ? !sort.descending : id !== "label" })}>
        <span>{text}</span>
        {isSorted && <Icon name={sort.descending ? "down" : "up"} />}
      </button>
    </div>
  );
}

/** The table's headings; a click sorts within each node's children. */
export function TreeHead({ columns, metrics, catalogue, sort, onSort }: Props) {
  return (
    <div role="row" className="row row--head" aria-rowindex={1}>
      <Heading id="label" text="Name" title="Sort by name" className="cell--name" sort={sort} onSort={onSort} />
      <div role="columnheader" className="cell head cell--trouble">Trouble</div>
      <div role="columnheader" className="cell head cell--count" title="Containers that are alive at the moment">Cont.</div>
      <div role="columnheader" className="cell head cell--count" title="Restarts in the last ten minutes">Restarts</div>
      {metrics.map((metric, c) => (
        <Heading key={metric} id={metric} text={headingOf(metric)} title={describe(metric, catalogue, columns[c])} className="cell--number" sort={sort} onSort={onSort} />
      ))}
    </div>
  );
}
