import type { Culprit, Happening } from "../api/types";
import { Chart } from "../charts/Chart";
import { PANEL_CHARTS } from "../charts/spec";
import { HappeningList } from "../happenings/HappeningList";
import { ErrorBox } from "../states/ErrorBox";
import { Skeleton } from "../states/Skeleton";
import type { Link } from "../stream/Link";
import type { Row } from "../tree/row";
import { Facts } from "./Facts";
import { usePanelSeries } from "./usePanelSeries";

interface Props {
  row: Row;
  link: Link;
  atMs: number | null;
  nowMs: number;
  spanMs: number;
  happenings: readonly Happening[];
  onZoom: (fromMs: number, toMs: number) => void;
  onTime: (timeMs: number) => void;
  onCulprit: (culprit: Culprit) => void;
}

/** Charts of a node with what happened to it, and what is known of it. */
export function Overview({ row, link, atMs, nowMs, spanMs, happenings, onZoom, onTime, onCulprit }: Props) {
  const { answer, problem } = usePanelSeries(row.scope, atMs, spanMs, link);
  return (
    <div className="overview">
      <div className="charts">
        {answer
          ? PANEL_CHARTS.map((spec) => <Chart key={spec.title} spec={spec} answer={answer} happenings={happenings} onZoom={onZoom} onPick={onTime} />)
          : problem ? <ErrorBox problem={problem} /> : <Skeleton lines={8} />}
      </div>
      <aside className="overview__side">
        <Facts scope={row.scope} atMs={atMs} containers={row.containerCount} hosts={row.hostCount} />
        <h3>Happenings</h3>
        <HappeningList happenings={happenings} nowMs={nowMs} most={30} onTime={onTime} onCulprit={onCulprit} />
      </aside>
    </div>
  );
}
