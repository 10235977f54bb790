import { useEffect, useState } from "react";
import { useSession } from "../api/context";
import type { Happening } from "../api/types";
import { useAnswer } from "../api/useAnswer";

const MOST = 1000;

/** Puts happenings together, newest first, each once. */
export function merge(old: readonly Happening[], fresh: readonly Happening[]): Happening[] {
  const ids = new Set(fresh.map((h) => h.id));
  return [...fresh, ...old.filter((h) => !ids.has(h.id))].sort((a, b) => b.timeMs - a.timeMs).slice(0, MOST);
}

/** Happenings of a scope in a span of time, newest first; those that came live are added. Another `round` asks again. A null scope asks nothing. */
export function useHappenings(scope: string | null, fromMs: number, toMs: number, live: readonly Happening[], round: string | number) {
  const { client } = useSession();
  const [known, setKnown] = useState<Happening[]>([]);
  const parameters = new URLSearchParams({ scope: scope ?? "", fromMs: String(Math.round(fromMs)), toMs: String(Math.round(toMs)), limit: String(MOST) }).toString();
  const answer = useAnswer(scope === null ? null : `${parameters} ${round}`, (signal) => client.get<Happening[]>(`api/v1/happenings?${parameters}`, signal));
  useEffect(() => setKnown(answer.data ?? []), [answer.data]);
  return { knownFromMs: (answer.data?.length ?? 0) >= MOST ? answer.data!.at(-1)!.timeMs : null, happenings: live.length > 0 ? merge(known, live) : known, problem: answer.problem };
}
