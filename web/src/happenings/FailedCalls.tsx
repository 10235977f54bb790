import type { FailedCall } from "../api/types";
import { clock } from "../units/time";

/** The last failed system calls before an end, oldest first, as the trace command writes them. */
export function FailedCalls({ calls }: { calls: readonly FailedCall[] }) {
  return (
    <ol className="calls">
      {calls.map((c, i) => (
        <li key={i}>
          <time>{clock(c.timeMs)}.{String(c.timeMs % 1000).padStart(3, "0")}</time>
          <span className="calls__process">{c.process}[{c.pid}]</span>
          <span className="calls__call">{c.call} {c.arguments}</span>
          <b className="calls__error">{c.errorName}</b>
        </li>
      ))}
    </ol>
  );
}
