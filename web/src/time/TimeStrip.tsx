import { useRef, useState, type PointerEvent } from "react";
import type { Happening } from "../api/types";
import { gravity } from "../happenings/gravity";
import { clock, DAY, day, moment } from "../units/time";
import { at, zoom } from "./moment";
import { ticksOf, windowOf } from "./strip";

const DRAG_PIXELS = 5;
const MOST_MARKS = 200;

interface Props { atMs: number; spanMs: number; nowMs: number; happenings: readonly Happening[]; onChange: (time: { atMs?: number | null; spanMs?: number }) => void }

/** The last hours with what happened in them: a click goes to a moment, a drag shows a span. */
export function TimeStrip({ atMs, spanMs, nowMs, happenings, onChange }: Props) {
  const strip = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const { fromMs, toMs } = windowOf(atMs, spanMs, nowMs);
  const share = (ms: number) => `${(100 * Math.min(1, Math.max(0, (ms - fromMs) / (toMs - fromMs)))).toFixed(2)}%`;
  const width = (a: number, b: number) => `${(100 * Math.max(0, (b - Math.max(a, fromMs)) / (toMs - fromMs))).toFixed(2)}%`;
  const timeAt = (x: number) => {
    const box = strip.current!.getBoundingClientRect();
    return fromMs + ((x - box.left) / box.width) * (toMs - fromMs);
  };
  const onPointerDown = (e: PointerEvent) => {
    strip.current!.setPointerCapture(e.pointerId);
    setDrag({ from: e.clientX, to: e.clientX });
  };
  const onPointerUp = () => {
    if (!drag) return;
    setDrag(null);
    onChange(Math.abs(drag.to - drag.from) < DRAG_PIXELS ? at(timeAt(drag.to), nowMs) : zoom(timeAt(drag.from), timeAt(drag.to), nowMs));
  };
  const shown = happenings.filter((h) => h.timeMs >= fromMs).sort((a, b) => a.severity - b.severity).slice(0, MOST_MARKS);
  const [low, high] = drag ? [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)] : [0, 0];
  return (
    <div ref={strip} className="strip" title="Click: go to that moment. Drag: show that span." onPointerDown={onPointerDown}
      onPointerMove={(e) => drag && setDrag({ ...drag, to: e.clientX })} onPointerUp={onPointerUp} onPointerCancel={() => setDrag(null)}>
      {ticksOf(fromMs, toMs).map(({ ms, stepMs }) => <span key={ms} className="strip__tick" style={{ left: share(ms) }}>{stepMs >= DAY ? day(ms).slice(5) : clock(ms).slice(0, 5)}</span>)}
      <i className="strip__span" style={{ left: share(atMs - spanMs), width: width(atMs - spanMs, atMs) }} />
      {shown.map((h) => <i key={h.id} className={`strip__mark strip__mark--${gravity(h)}`} style={{ left: share(h.timeMs) }} title={`${moment(h.timeMs, nowMs)} ${h.text}`} />)}
      <i className="strip__now" style={{ left: share(atMs) }} />
      {drag && high - low >= DRAG_PIXELS && <i className="strip__drag" style={{ left: share(timeAt(low)), width: width(timeAt(low), timeAt(high)) }} />}
    </div>
  );
}
