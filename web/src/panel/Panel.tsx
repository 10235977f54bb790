import type { Culprit, Happening } from "../api/types";
import { HappeningList } from "../happenings/HappeningList";
import { FailedCalls } from "../happenings/FailedCalls";
import type { Link } from "../stream/Link";
import type { Row } from "../tree/row";
import { MarkText } from "../trouble/MarkText";
import { CONNECTIONS, CONTAINERS, PROCESSES } from "./columns";
import { EntityList } from "./EntityList";
import { Overview } from "./Overview";
import { PanelHead } from "./PanelHead";
import { Tabs } from "./Tabs";

export interface PanelProps {
  /** The node and those above it, the root first. */
  path: readonly Row[];
  /** True when the node is not the chosen one but what that belonged to. */
  isStandIn?: boolean;
  link: Link;
  atMs: number | null;
  nowMs: number;
  spanMs: number;
  tab: string;
  /** What happened to the node in the span, newest first. */
  happenings: readonly Happening[];
  onTab: (tab: string) => void;
  onSelect: (id: string) => void;
  onZoom: (fromMs: number, toMs: number) => void;
  onTime: (timeMs: number) => void;
  onCulprit: (culprit: Culprit) => void;
  onClose: () => void;
}

const TABS = [
  { id: "overview", name: "Charts" },
  { id: "processes", name: "Processes" },
  { id: "containers", name: "Containers" },
  { id: "peers", name: "Ports and peers" },
  { id: "happenings", name: "Happenings" },
];

/** All about one node at the shown moment. */
export function Panel(p: PanelProps) {
  const row = p.path.at(-1)!;
  const tab = TABS.some((t) => t.id === p.tab) ? p.tab : "overview";
  const contents: Record<string, () => React.ReactNode> = {
    overview: () => <Overview row={row} {...p} />,
    processes: () => <EntityList key="processes" spec={PROCESSES} scope={row.scope} atMs={p.atMs} />,
    containers: () => <EntityList key="containers" spec={CONTAINERS} scope={row.scope} atMs={p.atMs} hasDetails />,
    peers: () => <EntityList key="peers" spec={CONNECTIONS} scope={row.scope} atMs={p.atMs} />,
    happenings: () => <HappeningList happenings={p.happenings} nowMs={p.nowMs} onTime={p.onTime} onCulprit={p.onCulprit} />,
  };
  // The last one says most, and charts need the room; the happening has them all.
  const lastCalls = p.happenings.find((h) => h.failedCalls.length > 0)?.failedCalls.slice(-1) ?? [];
  return (
    <section className="panel" aria-label="The chosen row">
      <PanelHead path={p.path} onSelect={p.onSelect} onClose={p.onClose} />
      {p.isStandIn && <p className="panel__note" role="status">What was chosen is not there at this moment. This is what it belongs to.</p>}
      {row.health.marks.length > 0 && (
        <div className="panel__trouble">
          {row.health.marks.slice(0, 3).map((mark) => <MarkText key={`${mark.node} ${mark.kind}`} mark={mark} nowMs={p.nowMs} onCulprit={p.onCulprit} onNode={mark.node === row.id ? undefined : () => p.onSelect(mark.node)} />)}
          {lastCalls.length > 0 && <FailedCalls calls={lastCalls} />}
        </div>
      )}
      <Tabs tabs={TABS} chosen={tab} onChoose={p.onTab} />
      <div className="panel__body" role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} tabIndex={-1}>{contents[tab]?.()}</div>
    </section>
  );
}
