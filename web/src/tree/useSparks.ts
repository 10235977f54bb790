import { useEffect, useMemo, useRef, useState } from "react";
import { useSession } from "../api/context";
import type { Node, Tree, TreeRequest } from "../api/types";
import { useRound } from "../time/useRound";
import { SECOND } from "../units/time";

const POINTS = 30;
const LIVE_MS = 10 * SECOND;
const SETTLE_MS = 120;

export type Sparks = ReadonlyMap<string, NonNullable<Node["sparks"]>>;

/** Spark lines of the rows in sight: asked for when scrolling settles and, live, every 10 s. Rows that were in sight keep theirs. */
export function useSparks(request: TreeRequest, visible: readonly string[]): Sparks {
  const { client } = useSession();
  const [sparks, setSparks] = useState<Sparks>(new Map());
  const round = useRound(request.atMs ?? null, LIVE_MS);
  const question = useMemo(() => JSON.stringify(request), [request]);
  const ids = visible.join("\n");
  const before = useRef("");

  useEffect(() => {
    if (ids === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const only = ids.split("\n");
      void client
        .post<Tree>("api/v1/tree", { ...(JSON.parse(question) as TreeRequest), only, sparkPoints: POINTS }, abort.signal)
        .then((tree) => {
          const fresh = tree.nodes.flatMap((n) => (n.sparks ? [[n.id, n.sparks] as const] : []));
          // Another question has other lines; the same one keeps what it has, but not without bound.
          const isSame = before.current === question;
          before.current = question;
          setSparks((old) => new Map([...(isSame && old.size < 2000 ? old : []), ...fresh]));
        })
        // The numbers themselves say when the server is away; a row without its line needs no second message.
        .catch(() => {});
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, question, ids, round]);
  return sparks;
}
