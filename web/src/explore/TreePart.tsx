import { useCallback, useMemo } from "react";
import type { Expansion } from "../address/expansion";
import type { ExploreState } from "../address/explore";
import type { Change } from "../address/useExplore";
import type { Metric, TreeRequest } from "../api/types";
import { Empty } from "../states/Empty";
import { ErrorBox } from "../states/ErrorBox";
import { Skeleton } from "../states/Skeleton";
import type { LinkStatus } from "../stream/Link";
import type { TreeStore } from "../tree/store";
import { TreeTable } from "../tree/TreeTable";

interface Props {
  state: ExploreState;
  /** The row that the panel is about. */
  selected: string | null;
  request: TreeRequest;
  store: TreeStore;
  status: LinkStatus;
  catalogue: readonly Metric[];
  change: Change;
  onRetry: () => void;
}

/** The tree, or why there is none. */
export function TreePart({ state, selected, request, store, status, catalogue, change, onRetry }: Props) {
  const byName = useMemo(() => new Map(catalogue.map((m) => [m.name, m])), [catalogue]);
  const onExpansion = useCallback((expansion: Expansion) => change({ expansion }, true), [change]);
  const onSort = useCallback((sort: ExploreState["sort"]) => change({ sort }, true), [change]);
  const onSelect = useCallback((id: string) => change({ selected: id }), [change]);
  const isScopeWrong = status.problem?.position !== null && status.problem !== null;
  if (!store.isLoaded) return status.problem && !isScopeWrong ? <ErrorBox problem={status.problem} onRetry={onRetry} /> : <Skeleton lines={14} />;

  const { frame } = store;
  const isEmpty = store.order.length <= 1 && status.state !== "loading" && !isScopeWrong;
  return (
    <>
      {status.problem && !isScopeWrong && <ErrorBox problem={status.problem} onRetry={onRetry} />}
      {!isEmpty && !frame.hasCluster && frame.agents.total > 0 && state.groupBy.some((l) => /^(mesos|marathon)\./.test(l)) && (
        <div className="banner banner--quiet" role="status">
          No agent has found a Mesos master: what only a master knows is n/a. An agent on a master's node finds it by itself.
          <button type="button" className="button" onClick={() => change({ groupBy: ["host.hostName", "container.name", "proc.name"], expansion: { all: false, except: [] }, selected: null })}>Group by host</button>
        </div>
      )}
      {frame.isCut && <div className="banner banner--quiet" role="status">The first {store.order.length.toLocaleString("en")} of {frame.totalNodes.toLocaleString("en")} rows. A filter makes them fewer.</div>}
      {isEmpty ? <NoRows state={state} agents={frame.agents.total} change={change} /> : (
        <TreeTable store={store} request={request} metrics={state.columns} catalogue={byName} expansion={state.expansion} sort={state.sort} selected={selected}
          onExpansion={onExpansion} onSort={onSort} onSelect={onSelect} />
      )}
    </>
  );
}

function NoRows({ state, agents, change }: { state: ExploreState; agents: number; change: Change }) {
  if (state.scope) return <Empty title="Nothing fits the filter"><p>No label of anything at this moment fits <code>{state.scope}</code>.</p><button type="button" className="button" onClick={() => change({ scope: "" })}>Clear the filter</button></Empty>;
  if (agents === 0) return <Empty title="No agent has reported yet"><p>Start one on each node; the key is made in <a href="#/settings">Settings</a>.</p><pre>mesoscope agent --server {location.origin + location.pathname} --access-key KEY</pre></Empty>;
  if (state.atMs !== null) return <Empty title="Nothing was measured at this moment"><p>It lies before the first sample, or in a gap.</p><button type="button" className="button" onClick={() => change({ atMs: null })}>Show now</button></Empty>;
  return <Empty title="No containers"><p>The agents report, and nothing runs in a container. Hosts and processes are there:</p><button type="button" className="button" onClick={() => change({ groupBy: ["host.hostName", "proc.name"] })}>Group by host and process</button></Empty>;
}
