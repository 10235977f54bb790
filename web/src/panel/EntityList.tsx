import { useState } from "react";
import type { Entity } from "../api/types";
import { format, plural, UNKNOWN } from "../units/format";
import { ErrorBox } from "../states/ErrorBox";
import { Skeleton } from "../states/Skeleton";
import type { ListSpec } from "./columns";
import { Labels } from "./Labels";
import { useEntities } from "./useEntities";

const MOST = 200;

interface Props { spec: ListSpec; scope: string; atMs: number | null; hasDetails?: boolean }

/** Entities of one kind below a node, the busiest first; a row unfolds to all its labels. */
export function EntityList({ spec, scope, atMs, hasDetails = false }: Props) {
  const [sort, setSort] = useState<{ column: number | string; descending: boolean }>({ column: spec.sortBy, descending: true });
  const [open, setOpen] = useState<number | null>(null);
  const { data, problem, reload } = useEntities({ kind: spec.kind, scope, columns: spec.numbers.map(({ metric }) => ({ metric })), sort, limit: MOST }, atMs);
  if (!data) return problem ? <ErrorBox problem={problem} onRetry={reload} /> : <Skeleton lines={6} />;
  if (data.total === 0) return <p className="quiet">No {spec.noun} was seen here at this moment.</p>;

  const head = (column: number | string, title: string, isNumber: boolean) => {
    const isSorted = sort.column === column;
    return (
      <th key={column} scope="col" className={isNumber ? "number" : ""} aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : "none"}>
        <button type="button" className="head__button" onClick={() => setSort({ column, descending: isSorted ? !sort.descending : isNumber })}>{title}{isSorted && (sort.descending ? " ↓" : " ↑")}</button>
      </th>
    );
  };
  const line = (entity: Entity) => (
    <tr key={entity.id} className={`${entity.endMs !== null ? "ended" : ""} ${hasDetails ? "unfolds" : ""}`} onClick={() => hasDetails && setOpen(open === entity.id ? null : entity.id)}>
      {spec.labels.map(({ label, className }, i) => (
        <td key={label} className={className} title={entity.labels[label] ?? ""}>
          {i === 0 && hasDetails
            ? <button type="button" className="link" aria-expanded={open === entity.id} onClick={(e) => { e.stopPropagation(); setOpen(open === entity.id ? null : entity.id); }}>{entity.labels[label] ?? UNKNOWN}</button>
            : (entity.labels[label] ?? UNKNOWN)}
        </td>
      ))}
      {spec.numbers.map(({ metric, unit }, i) => <td key={metric} className="number">{format(entity.values[i], unit)}</td>)}
    </tr>
  );

  return (
    <div className="list">
      <table>
        <thead><tr>{spec.labels.map((l) => head(l.label, l.title, false))}{spec.numbers.map((n, i) => head(i, n.title, true))}</tr></thead>
        <tbody>
          {data.entities.flatMap((entity) => open === entity.id
            ? [line(entity), <tr key={`${entity.id} labels`}><td colSpan={spec.labels.length + spec.numbers.length}><Labels labels={entity.labels} /></td></tr>]
            : [line(entity)])}
        </tbody>
      </table>
      {data.total > data.entities.length && <p className="quiet">The first {data.entities.length} of {plural(data.total, spec.noun)}.</p>}
    </div>
  );
}
