import type { Happening } from "../api/types";
import { clock } from "../units/time";
import { gravity } from "../happenings/gravity";

const MOST = 80;

interface Props { happenings: readonly Happening[]; fromMs: number; toMs: number; left: number; width: number; onPick: (timeMs: number) => void }

/** What happened, as marks at its time. The gravest come first when there are too many. */
export function Markers({ happenings, fromMs, toMs, left, width, onPick }: Props) {
  if (width === 0) return null;
  const shown = happenings.filter((h) => h.timeMs >= fromMs && h.timeMs < toMs).sort((a, b) => a.severity - b.severity).slice(0, MOST);
  return shown.map((h) => (
    <button key={h.id} type="button" tabIndex={-1} className={`marker marker--${gravity(h)}`} title={`${clock(h.timeMs)} ${h.text}`} aria-label={`${clock(h.timeMs)} ${h.text}`}
      style={{ left: left + ((h.timeMs - fromMs) / (toMs - fromMs)) * width }} onClick={() => onPick(h.timeMs)} />
  ));
}
