import { useCallback } from "react";
import type { ExploreState } from "../address/explore";
import type { Change } from "../address/useExplore";
import type { Problem } from "../api/problem";
import type { Metric } from "../api/types";
import { GroupingMenu } from "../grouping/GroupingMenu";
import { ScopeInput } from "../scope/ScopeInput";
import { Icon } from "../style/Icon";
import type { Row } from "../tree/row";
import type { TreeStore } from "../tree/store";
import { plural } from "../units/format";
import { ColumnMenu } from "./ColumnMenu";

interface Props {
  state: ExploreState;
  metrics: readonly Metric[];
  problem: Problem | null;
  frame: TreeStore["frame"];
  root: Row | undefined;
  change: Change;
  onHelp: () => void;
  onDownload: () => void;
}

/** Grouping, filter, columns, and how much there is. */
export function Toolbar({ state, metrics, problem, frame, root, change, onHelp, onDownload }: Props) {
  const onScope = useCallback((scope: string) => change({ scope }, true), [change]);
  const onGrouping = useCallback((groupBy: string[]) => change({ groupBy, expansion: { all: false, except: [] }, selected: null }), [change]);
  const error = problem && problem.position !== null ? { position: problem.position, message: problem.detail || problem.title } : null;
  const isAllOpen = state.expansion.all;
  return (
    <div className="toolbar">
      <GroupingMenu groupBy={state.groupBy} onChange={onGrouping} />
      <ScopeInput scope={state.scope} serverError={error} onChange={onScope} />
      <p className="toolbar__sum">
        {root && <>{plural(root.containerCount, "container")} on {plural(root.hostCount, "host")}</>}
        {frame.agents.stale > 0 && <a href="#/agents" className="pill pill--warning">{plural(frame.agents.stale, "silent agent")}</a>}
        {!frame.hasCluster && <span className="pill pill--note" title="No agent has found a Mesos master yet: frameworks, groups, apps and tasks are n/a. An agent on a master's node finds it by itself; elsewhere its option mesos names the master.">no Mesos</span>}
      </p>
      <button type="button" className="button" aria-pressed={isAllOpen} title={isAllOpen ? "Fold all" : "Unfold all"} onClick={() => change({ expansion: { all: !isAllOpen, except: [] } })}><Icon name="unfold" />{isAllOpen ? "Fold" : "Unfold"}</button>
      <ColumnMenu columns={state.columns} metrics={metrics} onChange={(columns) => change({ columns }, true)} onDownload={onDownload} />
      <button type="button" className="icon-button" aria-label="Keys" title="Keys (?)" onClick={onHelp}><Icon name="help" /></button>
    </div>
  );
}
