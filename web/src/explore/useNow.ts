import { useEffect, useState } from "react";
import { useSession } from "../api/context";
import { SECOND } from "../units/time";

/** The server's clock, once a second. */
export function useNow(): number {
  const { now } = useSession();
  const [ms, setMs] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMs(now()), SECOND);
    return () => clearInterval(timer);
  }, [now]);
  return ms;
}
