import { useState } from "react";
import type { Culprit, Health, Mark } from "../api/types";
import { MarkText } from "./MarkText";

const FEW = 3;

interface Props { health: Health; nowMs: number; onNode: (mark: Mark) => void; onCulprit: (culprit: Culprit) => void }

/** What is wrong anywhere below the scope, the worst first: seen before a single row is unfolded. */
export function TroubleShelf({ health, nowMs, onNode, onCulprit }: Props) {
  const [isWhole, setWhole] = useState(false);
  const { marks } = health;
  if (marks.length === 0) return null;
  const shown = isWhole ? marks : marks.slice(0, FEW);
  return (
    <section className="shelf" aria-label="Trouble">
      {shown.map((mark) => <MarkText key={`${mark.node} ${mark.kind}`} mark={mark} nowMs={nowMs} onNode={onNode} onCulprit={onCulprit} />)}
      {marks.length > FEW && (
        <button type="button" className="link shelf__more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Fewer" : `${marks.length - FEW} more`}
        </button>
      )}
    </section>
  );
}
