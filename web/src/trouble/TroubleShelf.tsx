import { useState } from "react";
import type { Culprit, Health, Mark } from "../api/types";
import { MarkText } from "./MarkText";

const FEW = 3;
/** Beside a panel every line counts. */
const FEWEST = 1;

interface Props { health: Health; nowMs: number; onNode: (mark: Mark) => void; onCulprit: (culprit: Culprit) => void; isShort: boolean }

/** What is wrong anywhere below the scope, the worst first: seen before a single row is unfolded. */
export function TroubleShelf({ health, nowMs, onNode, onCulprit, isShort }: Props) {
  const [isWhole, setWhole] = useState(false);
  const { marks } = health;
  if (marks.length === 0) return null;
  const few = isShort ? FEWEST : FEW;
  const shown = isWhole ? marks : marks.slice(0, few);
  return (
    <section className="shelf" aria-label="Trouble">
      {shown.map((mark) => <MarkText key={`${mark.node} ${mark.kind}`} mark={mark} nowMs={nowMs} onNode={onNode} onCulprit={onCulprit} />)}
      {marks.length > few && (
        <button type="button" className="link shelf__more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Fewer" : `${marks.length - few} more`}
        </button>
      )}
    </section>
  );
}
