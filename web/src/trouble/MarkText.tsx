import type { Culprit, Mark } from "../api/types";
import { Icon } from "../style/Icon";
import { ago } from "../units/time";
import { isCritical, MARK_WORDS } from "./words";

interface Props {
  mark: Mark;
  nowMs: number;
  /** Goes to the node that the mark belongs to; absent where it is shown already. */
  onNode?: ((mark: Mark) => void) | undefined;
  onCulprit: (culprit: Culprit) => void;
}

// The whole path is in the title; the last two names tell nodes apart: an app's task, a task's container.
const shortPlace = (path: string[] | undefined) => path?.slice(-2).join(" › ") || "Show where";

/** A mark in full: where, what, when, and the way to who is to blame. */
export function MarkText({ mark, nowMs, onNode, onCulprit }: Props) {
  const place = mark.path?.join(" › ") ?? "";
  return (
    <div className={`mark ${isCritical(mark) ? "mark--critical" : "mark--warning"}`}>
      <span className="mark__kind"><Icon name="alert" />{MARK_WORDS[mark.kind]}{mark.count > 1 && <b className="mark__count">×{mark.count}</b>}</span>
      {onNode && <button type="button" className="link mark__place" title={place} onClick={() => onNode(mark)}>{shortPlace(mark.path)}</button>}
      <span className="mark__text" title={mark.text}>{mark.text}</span>
      {mark.culprit && (
        <button type="button" className="link mark__culprit" title={`Go to ${mark.culprit.text}`} onClick={() => onCulprit(mark.culprit!)}>
          <Icon name="arrow" />{mark.culprit.text}
        </button>
      )}
      <time className="mark__time">{ago(mark.timeMs, nowMs)}</time>
    </div>
  );
}
