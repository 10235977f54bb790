import type { Happening } from "../api/types";
import { Icon } from "../style/Icon";
import { ago, moment, span } from "../units/time";
import { at, pause, shownMs, SPANS, step, stepMs } from "./moment";
import { TimeStrip } from "./TimeStrip";

interface Props {
  atMs: number | null;
  /** True when nothing comes from the server: what is shown is of `nowMs`. */
  isLost: boolean;
  spanMs: number;
  /** The server's clock. */
  nowMs: number;
  happenings: readonly Happening[];
  /** Before this moment happenings were too many to ask for; null when all are known. */
  knownFromMs: number | null;
  onChange: (time: { atMs?: number | null; spanMs?: number }) => void;
}

/** Which moment everything shows, and the ways to another one. */
export function TimeBar({ atMs, isLost, spanMs, nowMs, happenings, knownFromMs, onChange }: Props) {
  const time = { atMs, spanMs };
  const isLive = atMs === null;
  const shown = shownMs(time, nowMs);
  const stepText = span(stepMs(spanMs));
  return (
    <footer className={`time ${isLive ? "" : "time--past"}`} aria-label="Time">
      <div className="time__buttons">
        <button type="button" className="icon-button" aria-label={`Back ${stepText}`} title={`Back ${stepText} ( [ )`} onClick={() => onChange(step(time, nowMs, -1))}><Icon name="left" /></button>
        <button type="button" className="icon-button" aria-label={isLive ? "Pause" : "Go on live"} title={isLive ? "Pause (p)" : "Go on live (p)"} aria-pressed={!isLive} onClick={() => onChange(pause(time, nowMs))}><Icon name={isLive ? "pause" : "play"} /></button>
        <button type="button" className="icon-button" aria-label={`Forward ${stepText}`} title={`Forward ${stepText} ( ] )`} disabled={isLive} onClick={() => onChange(step(time, nowMs, 1))}><Icon name="right" /></button>
        <button type="button" className="button button--small" title="Two minutes ago (2)" onClick={() => onChange(at(shown - 120_000, nowMs))}>−2 min</button>
      </div>
      <output className="time__moment" aria-live="off">
        <span className={`live ${isLive && !isLost ? "live--on" : ""}`}>{isLost ? "Lost" : isLive ? "Live" : "Paused"}</span>
        <b>{moment(shown, nowMs)}</b>
        {!isLive && <span className="time__ago">{ago(shown, nowMs)}</span>}
      </output>
      <TimeStrip atMs={shown} spanMs={spanMs} nowMs={nowMs} happenings={happenings} knownFromMs={knownFromMs} onChange={onChange} />
      <div className="segments" role="group" aria-label="Charts show">
        {SPANS.map((ms) => <button key={ms} type="button" className="segment" aria-pressed={ms === spanMs} onClick={() => onChange({ spanMs: ms })}>{span(ms).replace(" ", " ")}</button>)}
        {!SPANS.includes(spanMs) && <button type="button" className="segment" aria-pressed="true">{span(spanMs)}</button>}
      </div>
      {!isLive && <button type="button" className="button button--small button--primary" title="Now (l)" onClick={() => onChange({ atMs: null })}>Now</button>}
    </footer>
  );
}
