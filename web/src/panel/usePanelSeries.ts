import { useEffect, useMemo, useState } from "react";
import { useSession } from "../api/context";
import type { SeriesAnswer, SeriesRequest } from "../api/types";
import { useAnswer } from "../api/useAnswer";
import { PANEL_METRICS } from "../charts/spec";
import type { Link } from "../stream/Link";
import { useRound } from "../time/useRound";

/** What the charts of a node ask for. */
export const seriesRequest = (scope: string, fromMs: number, toMs: number): SeriesRequest => ({ metrics: PANEL_METRICS.map((metric) => ({ metric })), scope, fromMs, toMs });

/** The charts' series: asked for once at a moment; live the stream goes on with them. */
export function usePanelSeries(scope: string, atMs: number | null, spanMs: number, link: Link) {
  const { client } = useSession();
  // Relative times: the server's clock says what now is.
  const request = useMemo(() => seriesRequest(scope, atMs === null ? -spanMs : atMs - spanMs, atMs ?? 0), [scope, atMs, spanMs]);
  const key = JSON.stringify(request);
  const round = useRound(atMs, null);
  const first = useAnswer(`${key} ${round}`, (signal) => client.post<SeriesAnswer>("api/v1/series", request, signal).then((answer) => ({ scope, answer })));
  const [live, setLive] = useState<{ key: string; answer: SeriesAnswer } | null>(null);
  useEffect(() => {
    link.onSeries = (_index, answer) => setLive({ key, answer });
    return () => { link.onSeries = () => {}; };
  }, [link, key]);
  // Another span's lines say their times themselves and stay until the new ones are there; another node's would be wrong under this name.
  const answer = live?.key === key ? live.answer : first.data?.scope === scope ? first.data.answer : null;
  return { answer, problem: answer ? null : first.problem, isLoading: first.isLoading };
}
