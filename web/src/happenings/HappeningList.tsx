import { Fragment, useState } from "react";
import type { Culprit, Happening } from "../api/types";
import { Icon } from "../style/Icon";
import { moment } from "../units/time";
import { FailedCalls } from "./FailedCalls";
import { gravity } from "./gravity";

interface Props { happenings: readonly Happening[]; nowMs: number; most?: number; onTime: (timeMs: number) => void; onCulprit: (culprit: Culprit) => void }

/** What happened, newest first; a click on the time goes there, failed calls unfold. */
export function HappeningList({ happenings, nowMs, most = 200, onTime, onCulprit }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  if (happenings.length === 0) return <p className="quiet">Nothing happened in this span.</p>;
  return (
    <ol className="happenings">
      {happenings.slice(0, most).map((h) => (
        <Fragment key={h.id}>
          <li className={`happening happening--${gravity(h)}`}>
            <button type="button" className="link happening__time" title="Show everything at this moment" onClick={() => onTime(h.timeMs)}>{moment(h.timeMs, nowMs)}</button>
            <span className="happening__kind">{h.kind}</span>
            <span className="happening__text" title={h.text}>{h.text}</span>
            {h.culprit && <button type="button" className="link" onClick={() => onCulprit(h.culprit!)}><Icon name="arrow" />{h.culprit.text}</button>}
            {h.failedCalls.length > 0 && (
              <button type="button" className="link" aria-expanded={open === h.id} onClick={() => setOpen(open === h.id ? null : h.id)}>{h.failedCalls.length} failed calls</button>
            )}
          </li>
          {open === h.id && <li className="happening__calls"><FailedCalls calls={h.failedCalls} /></li>}
        </Fragment>
      ))}
    </ol>
  );
}
