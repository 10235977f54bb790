import { useSession } from "../api/context";
import type { EntitiesAnswer, EntitiesRequest } from "../api/types";
import { useAnswer } from "../api/useAnswer";
import { useRound } from "../time/useRound";
import { SECOND } from "../units/time";

const LIVE_MS = 5 * SECOND;

/** Entities at the shown moment; live they are asked for again every 5 s. */
export function useEntities(request: Omit<EntitiesRequest, "atMs">, atMs: number | null) {
  const { client } = useSession();
  const round = useRound(atMs, LIVE_MS);
  const question = { ...request, atMs: atMs ?? 0 };
  const text = JSON.stringify(question);
  const answer = useAnswer(`${text} ${round}`, (signal) => client.post<EntitiesAnswer>("api/v1/entities", question, signal).then((data) => ({ data, text })));
  // An answer to another question is not shown under this one.
  return { data: answer.data?.text === text ? answer.data.data : null, problem: answer.problem, isLoading: answer.isLoading, reload: answer.reload };
}
