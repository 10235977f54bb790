import type { Happening } from "../api/types";
import { clustersOf } from "../happenings/clusters";

const PIXELS_EACH = 8;
/** More lines than these would be a fence in front of the numbers: then marks at the axis are enough. */
const MOST_LINES = 10;

interface Props { happenings: readonly Happening[]; fromMs: number; toMs: number; left: number; width: number; onPick: (timeMs: number) => void }

/** What happened, as marks at its time. */
export function Markers({ happenings, fromMs, toMs, left, width, onPick }: Props) {
  if (width <= 0) return null;
  const clusters = clustersOf(happenings, fromMs, toMs, Math.max(1, Math.floor(width / PIXELS_EACH)));
  const hasLines = clusters.length <= MOST_LINES;
  return clusters.map((c) => (
    <button key={c.timeMs} type="button" tabIndex={-1} className={`marker marker--${c.gravity} ${hasLines ? "marker--line" : ""}`} title={c.text} aria-label={c.text}
      style={{ left: left + ((c.timeMs - fromMs) / (toMs - fromMs)) * width }} onClick={() => onPick(c.timeMs)} />
  ));
}
