import { useEffect, useState } from "react";
import { moment } from "../units/time";

interface Props { lastMs: number; retryAtMs: number | null; onRetry: () => void }

/** The stream is lost: what is shown is old, how old, and when the next try comes. */
export function OfflineBanner({ lastMs, retryAtMs, onRetry }: Props) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const wait = retryAtMs === null ? null : Math.max(0, Math.ceil((retryAtMs - nowMs) / 1000));
  return (
    <div className="banner" role="alert">
      <strong>No connection to the server.</strong>
      <span>{lastMs > 0 ? `You see what was known at ${moment(lastMs, nowMs)}.` : "Nothing has been loaded yet."} {wait === null || wait === 0 ? "Trying…" : `Next try in ${wait} s.`}</span>
      <button type="button" className="button" onClick={onRetry}>Try now</button>
    </div>
  );
}
