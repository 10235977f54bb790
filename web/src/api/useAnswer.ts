import { useCallback, useEffect, useRef, useState } from "react";
import { asProblem, type Problem } from "./problem";

export interface Answer<T> { data: T | null; problem: Problem | null; isLoading: boolean; reload: () => void }

/**
 * Asks the server whenever `key` changes and keeps the old answer until the new one is there. A null key asks nothing.
 * `ask` may be a new function each time; only `key` says that the question is another one.
 */
export function useAnswer<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [state, setState] = useState<{ data: T | null; problem: Problem | null; isLoading: boolean }>({ data: null, problem: null, isLoading: key !== null });
  const [round, setRound] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    setState((s) => (s.isLoading ? s : { ...s, isLoading: true }));
    latest.current(abort.signal).then(
      (data) => !abort.signal.aborted && setState({ data, problem: null, isLoading: false }),
      (error: unknown) => !abort.signal.aborted && setState((s) => ({ data: s.data, problem: asProblem(error), isLoading: false })),
    );
    return () => abort.abort();
  }, [key, round]);
  const reload = useCallback(() => setRound((r) => r + 1), []);
  return { ...state, reload };
}
