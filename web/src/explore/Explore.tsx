import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { useExplore } from "../address/useExplore";
import { useSession } from "../api/context";
import { asProblem } from "../api/problem";
import type { Metric } from "../api/types";
import { useAnswer } from "../api/useAnswer";
import { useHappenings } from "../happenings/useHappenings";
import { Panel } from "../panel/Panel";
import { seriesRequest } from "../panel/usePanelSeries";
import { OfflineBanner } from "../states/OfflineBanner";
import { TimeBar } from "../time/TimeBar";
import { windowOf } from "../time/strip";
import { useRound } from "../time/useRound";
import { nearest, pathOf } from "../tree/lines";
import { TroubleShelf } from "../trouble/TroubleShelf";
import { MINUTE } from "../units/time";
import { downloadTable } from "./download";
import { Help } from "./Help";
import { treeRequest } from "./request";
import { Split } from "./Split";
import { timeActions } from "./timeActions";
import { Toolbar } from "./Toolbar";
import { TreePart } from "./TreePart";
import { useAutoUnfold } from "./useAutoUnfold";
import { useFollow } from "./useFollow";
import { useLink } from "./useLink";
import { useNow } from "./useNow";
import { useShortcuts, focusOn } from "./useShortcuts";

/** The cluster: tree above, the chosen row's panel below, time at the bottom; all of one moment. */
export function Explore() {
  const { client } = useSession();
  const { state, change } = useExplore();
  const nowMs = useNow();
  const isLive = state.atMs === null;
  const request = useMemo(() => treeRequest(state), [state]);
  const catalogue = useAnswer("metrics", (signal) => client.get<Metric[]>("api/v1/metrics", signal));
  const [isHelpOpen, setHelpOpen] = useState(false);

  // The scope of the chosen row is known once its row is there.
  const [selectedScope, setSelectedScope] = useState<string | null>(null);
  const series = useMemo(() => (isLive && selectedScope !== null && state.tab === "overview" ? seriesRequest(selectedScope, -state.spanMs, 0) : null), [isLive, selectedScope, state.tab, state.spanMs]);
  const { link, status, happenings: live } = useLink(request, series, state.scope || undefined, isLive);
  const { store } = link;
  const version = useSyncExternalStore(store.subscribe, () => store.version);
  // What keeps dying is a new row each time: its group stays.
  const row = nearest(state.selected, (id) => store.row(id));
  if (row && row.scope !== selectedScope) setSelectedScope(row.scope);
  if (state.selected === null && selectedScope !== null) setSelectedScope(null);
  // The path's rows may get new marks with any update.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const path = useMemo(() => pathOf(row, (id) => store.row(id)), [row, store, version]);

  const isLost = status.state === "lost";
  const shownMs = state.atMs ?? (isLost ? store.frame.atMs : nowMs);
  // Rounded, so that the question stays the same for a while.
  const strip = windowOf(shownMs, state.spanMs, Math.ceil(nowMs / MINUTE) * MINUTE);
  const round = useRound(state.atMs, null);
  const all = useHappenings(state.scope, strip.fromMs, strip.toMs, live, round);
  const own = useHappenings(row?.scope ?? null, isLive ? Math.floor((nowMs - state.spanMs) / MINUTE) * MINUTE : shownMs - state.spanMs, isLive ? Math.ceil(nowMs / MINUTE) * MINUTE : shownMs, [], isLive ? (live[0]?.id ?? "") : round);

  useAutoUnfold(store, store.shape, state.expansion, state.groupBy, change);
  const { follow, toNode, message, setMessage } = useFollow(state, request, store, change);
  const time = timeActions(state, nowMs, change);
  const close = useCallback(() => { change({ selected: null }); focusOn("tree"); }, [change]);
  useShortcuts({
    "/": () => focusOn("filter"), t: () => focusOn("tree"), g: () => focusOn("grouping"), "?": () => setHelpOpen(true), Escape: () => (isHelpOpen ? setHelpOpen(false) : state.selected !== null && close()),
    "[": time.back, "]": time.forward, "2": time.twoMinutesAgo, p: time.pause, l: time.live,
  });

  const root = store.order[0];
  return (
    <div className="explore">
      <Toolbar state={state} metrics={catalogue.data ?? []} problem={status.problem} change={change} onHelp={() => setHelpOpen(true)} onDownload={() => void downloadTable(client, request).catch((e: unknown) => setMessage(asProblem(e).message))} frame={store.frame} root={root} />
      {isLost && <OfflineBanner lastMs={store.frame.atMs} retryAtMs={status.retryAtMs} onRetry={() => link.retry()} />}
      {message && <div className="banner banner--quiet" role="status">{message}</div>}
      {root && <TroubleShelf health={root.health} nowMs={shownMs} onNode={(mark) => void toNode(mark.node)} onCulprit={(c) => void follow(c)} isShort={path.length > 0} />}
      <Split
        first={<TreePart state={state} selected={row?.id ?? state.selected} request={request} store={store} status={status} catalogue={catalogue.data ?? []} change={change} onRetry={() => link.retry()} />}
        second={path.length > 0 ? (
          <Panel path={path} isStandIn={row !== undefined && row.id !== state.selected && status.state !== "loading"} link={link} atMs={state.atMs} nowMs={shownMs} spanMs={state.spanMs} tab={state.tab} happenings={own.happenings}
            onTab={(tab) => change({ tab }, true)} onSelect={(id) => change({ selected: id })} onZoom={time.zoom} onTime={time.goTo} onCulprit={(c) => void follow(c)} onClose={close} />
        ) : null}
      />
      <TimeBar isLost={isLost} atMs={state.atMs} spanMs={state.spanMs} nowMs={isLost ? shownMs : nowMs} happenings={all.happenings} knownFromMs={all.knownFromMs} onChange={change} />
      {isHelpOpen && <Help onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
