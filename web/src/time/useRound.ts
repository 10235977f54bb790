import { useEffect, useState } from "react";
import { useSession } from "../api/context";
import { REFRESH_MS, settlesInMs } from "./settling";

/**
 * A number that grows when a question should be asked again: every `liveMs` while live (null: never, others tell the page), and at a moment that
 * stands still for as long as agents may still send of it, once after that.
 */
export function useRound(atMs: number | null, liveMs: number | null): number {
  const { now } = useSession();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const isLive = atMs === null;
    const everyMs = isLive ? liveMs : REFRESH_MS;
    if (everyMs === null || (!isLive && settlesInMs(atMs, now()) === 0)) return;
    const timer = setInterval(() => {
      // Nobody looks at a hidden page; what is to stand still has an end and must not miss it.
      if (!isLive || !document.hidden) setRound((r) => r + 1);
      if (!isLive && settlesInMs(atMs, now()) === 0) clearInterval(timer);
    }, everyMs);
    return () => clearInterval(timer);
  }, [atMs, liveMs, now]);
  return round;
}
