import { CopyButton } from "../clipboard/CopyButton";
import { Icon } from "../style/Icon";
import type { Row } from "../tree/row";
import { levelOf } from "../tree/RowName";
import { TraceCommand } from "./TraceCommand";

interface Props { path: readonly Row[]; onSelect: (id: string) => void; onClose: () => void }

/** Where one is, the way up, and the command line for it. */
export function PanelHead({ path, onSelect, onClose }: Props) {
  const row = path.at(-1)!;
  return (
    <header className="panel__head">
      <nav className="crumbs" aria-label="Path">
        {path.slice(0, -1).map((above) => (
          <span key={above.id}><button type="button" className="link" onClick={() => onSelect(above.id)}>{above.depth === 0 ? "Everything" : above.label}</button><Icon name="right" /></span>
        ))}
        <h2>{row.depth === 0 ? "Everything" : row.label}</h2>
        <span className="row__level">{levelOf(row)}</span>
        {row.path && row.path !== row.label && <CopyButton text={row.path} what={row.path} />}
      </nav>
      <TraceCommand path={path} />
      <button type="button" className="icon-button" aria-label="Close the panel" title="Close (Escape)" onClick={onClose}><Icon name="close" /></button>
    </header>
  );
}
