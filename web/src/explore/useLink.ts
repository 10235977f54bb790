import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useSession } from "../api/context";
import type { Happening, SeriesRequest, TreeRequest } from "../api/types";
import { Link } from "../stream/Link";
import { settlesInMs } from "../time/settling";
import { TreeStore } from "../tree/store";

const SETTLE_MS = 40;

/** The worker, the store that it fills, and what it says of the connection; watches what the address asks for. */
export function useLink(tree: TreeRequest, series: SeriesRequest | null, scope: string | undefined, isLive: boolean) {
  const { client, now, signOut } = useSession();
  const link = useMemo(() => new Link(new Worker(new URL("../stream/worker.ts", import.meta.url), { type: "module" }), new TreeStore()), []);
  const [happenings, setHappenings] = useState<Happening[]>([]);
  const status = useSyncExternalStore(link.subscribe, () => link.status);
  useEffect(() => () => link.worker.terminate(), [link]);
  useEffect(() => {
    link.onSignedOut = signOut;
    link.onHappening = (h) => setHappenings((old) => [h, ...old.filter((o) => o.id !== h.id)].slice(0, 200));
  }, [link, signOut]);

  const question = JSON.stringify({ tree, series: series ? [series] : [], happenings: isLive ? { ...(scope && { scope }) } : null });
  useEffect(() => {
    // Two changes of the address in one move (a row chosen and unfolded) are one question.
    const timer = setTimeout(() => {
      const { tree, series, happenings } = JSON.parse(question) as { tree: TreeRequest; series: SeriesRequest[]; happenings: { scope?: string } | null };
      link.watch({ root: client.root, csrfToken: client.csrfToken, isLive, settlesInMs: isLive ? 0 : settlesInMs(tree.atMs ?? 0, now()), tree, series, happenings });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [link, client, now, question, isLive]);

  useEffect(() => {
    if (!isLive) return;
    // A page in the background holds no connection: browsers have few for one server, and nobody looks.
    const changed = () => (document.hidden ? link.pause() : link.retry());
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  }, [link, isLive]);
  return { link, status, happenings };
}
