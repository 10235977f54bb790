import { useRef, useState, type PointerEvent } from "react";
import type { Happening } from "../api/types";
import { clustersOf } from "../happenings/clusters";
import { clock, DAY, day } from "../units/time";
import { at, zoom } from "./moment";
import { ticksOf, windowOf } from "./strip";

const DRAG_PIXELS = 5;
const PIECES = 120;

interface Props { atMs: number; spanMs: number; nowMs: number; happenings: readonly Happening[]; knownFromMs: number | null; onChange: (time: { atMs?: number | null; spanMs?: number }) => void }

const YEAR = 365 * DAY;
const tickText = (ms: number, stepMs: number) => (stepMs >= YEAR ? day(ms).slice(0, 4) : stepMs >= DAY ? day(ms).slice(5) : clock(ms).slice(0, 5));

/** The last hours with what happened in them: a click goes to a moment, a drag shows a span. */
export function TimeStrip({ atMs, spanMs, nowMs, happenings, knownFromMs, onChange }: Props) {
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
  const clusters = clustersOf(happenings, fromMs, toMs, PIECES);
  const [low, high] = drag ? [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)] : [0, 0];
  return (
    <div ref={strip} className="strip" title="Click: go to that moment. Drag: show that span." onPointerDown={onPointerDown}
      onPointerMove={(e) => drag && setDrag({ ...drag, to: e.clientX })} onPointerUp={onPointerUp} onPointerCancel={() => setDrag(null)}>
      {ticksOf(fromMs, toMs).map(({ ms, stepMs }) => <span key={ms} className="strip__tick" style={{ left: share(ms) }}>{tickText(ms, stepMs)}</span>)}
      {knownFromMs !== null && <i className="strip__unknown" title="Too many happenings to show those before" style={{ left: 0, width: width(fromMs, knownFromMs) }} />}
      <i className="strip__span" style={{ left: share(atMs - spanMs), width: width(atMs - spanMs, atMs) }} />
      {clusters.map((c) => <i key={c.timeMs} className={`strip__mark strip__mark--${c.gravity}`} style={{ left: share(c.timeMs), height: `${Math.min(14, 4 + 3 * Math.log2(c.count))}px` }} title={c.text} />)}
      <i className="strip__now" style={{ left: share(atMs) }} />
      {drag && high - low >= DRAG_PIXELS && <i className="strip__drag" style={{ left: share(timeAt(low)), width: width(timeAt(low), timeAt(high)) }} />}
    </div>
  );
}
