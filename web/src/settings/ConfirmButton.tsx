import { useState } from "react";

/** Asks once more before something that cannot be undone. */
export function ConfirmButton({ action, question, onConfirm }: { action: string; question: string; onConfirm: () => void }) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) return <button type="button" className="button button--small" onClick={() => setAsking(true)}>{action}</button>;
  return (
    <span className="confirm" role="group" aria-label={question}>
      <span>{question}</span>
      <button type="button" autoFocus className="button button--small button--danger" onClick={() => { setAsking(false); onConfirm(); }}>{action}</button>
      <button type="button" className="button button--small" onClick={() => setAsking(false)}>No</button>
    </span>
  );
}
