import { useEffect, useRef } from "react";

const KEYS: [string, string][] = [
  ["↑ ↓", "row by row"], ["→ ←", "unfold and go in, fold and go out"], ["Enter", "the row's panel"], ["Home End", "first and last row"], ["Esc", "close"],
  ["/", "filter"], ["t", "the tree"], ["g", "grouping"], ["[ ]", "a step back, forward in time"], ["2", "two minutes earlier"], ["p", "pause, go on"], ["l", "live"], ["?", "this list"],
];

/** The keys. */
export function Help({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal?.(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-label="Keys" onClose={onClose} onClick={(e) => e.target === dialog.current && dialog.current?.close()}>
      <h2>Keys</h2>
      <dl className="keys">{KEYS.map(([key, text]) => <div key={key}><dt>{key.split(" ").map((k) => <kbd key={k}>{k}</kbd>)}</dt><dd>{text}</dd></div>)}</dl>
      <p className="quiet">Drag on a chart to show just that span; double-click to go to that moment. The address holds all that you see: send it to a colleague.</p>
      <button type="button" className="button" onClick={() => dialog.current?.close()}>Close</button>
    </dialog>
  );
}
