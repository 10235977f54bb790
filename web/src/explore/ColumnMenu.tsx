import type { Metric } from "../api/types";
import { DEFAULT_COLUMNS } from "../address/explore";
import { Icon } from "../style/Icon";
import { OrderedList } from "../style/OrderedList";
import { Popover } from "../style/Popover";
import { headingOf } from "../tree/columns";

interface Props { columns: readonly string[]; metrics: readonly Metric[]; onChange: (columns: string[]) => void; onDownload: () => void }

/** Chooses which numbers the table shows, and in which order. */
export function ColumnMenu({ columns, metrics, onChange, onDownload }: Props) {
  const others = metrics.filter((m) => !columns.includes(m.name) && m.scopes.some((s) => s !== "connection"));
  return (
    <Popover name="Columns" align="right" label={<><Icon name="columns" />Columns</>}>
      {() => (
        <div className="form form--menu">
          <OrderedList items={columns} nameOf={headingOf} onChange={(next) => onChange([...next])} />
          <label className="field"><span>Add a column</span>
            <select value="" onChange={(e) => e.target.value && onChange([...columns, e.target.value])}>
              <option value="">Choose a metric…</option>
              {others.map((m) => <option key={m.name} value={m.name} title={m.description}>{m.name}</option>)}
            </select>
          </label>
          <div className="form__buttons">
            <button type="button" className="button" onClick={onDownload}><Icon name="download" />Table as CSV</button>
            <button type="button" className="button" onClick={() => onChange(DEFAULT_COLUMNS)}>As at first</button>
          </div>
        </div>
      )}
    </Popover>
  );
}
