import { useEffect } from "react";
import type { Agent } from "../api/accounts";
import { useSession } from "../api/context";
import { useAnswer } from "../api/useAnswer";
import { Empty } from "../states/Empty";
import { ErrorBox } from "../states/ErrorBox";
import { Skeleton } from "../states/Skeleton";
import { format, plural } from "../units/format";
import { ago, SECOND, span } from "../units/time";

const REFRESH_MS = 10 * SECOND;
/** Clocks that differ by less are as good as equal. */
const SKEW_WORTH_SAYING_MS = 2 * SECOND;

/** Every node's agent: is it there, what does it cost, what does it miss. */
export function Agents() {
  const { client, now } = useSession();
  const { data, problem, reload } = useAnswer("agents", (signal) => client.get<Agent[]>("api/v1/agents", signal));
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
  if (!data) return <div className="page">{problem ? <ErrorBox problem={problem} onRetry={reload} /> : <Skeleton lines={8} />}</div>;
  if (data.length === 0) return <Empty title="No agent has reported yet"><p>Start one on each node; the key is made in <a href="#/settings/access-keys">Settings</a>.</p><pre>mesoscope agent --server {location.origin + location.pathname} --access-key KEY</pre></Empty>;
  const stale = data.filter((a) => a.isStale).length;
  const sorted = [...data].sort((a, b) => Number(b.isStale) - Number(a.isStale) || a.hostName.localeCompare(b.hostName));
  return (
    <div className="page page--wide" tabIndex={0}>
      <header className="page__head"><h1>Agents</h1><p className="quiet">{plural(data.length, "agent")}{stale > 0 ? `, ${stale} silent` : ", all of them report"}</p></header>
      {problem && <ErrorBox problem={problem} onRetry={reload} />}
      <div className="list">
        <table>
          <thead><tr><th scope="col">Host</th><th scope="col">Last heard</th><th scope="col">Version</th><th scope="col" className="number">Containers</th><th scope="col" className="number">Own CPU</th><th scope="col" className="number">Own memory</th><th scope="col">Drops</th><th scope="col">Missing on this node</th><th scope="col">Tags</th></tr></thead>
          <tbody>{sorted.map((agent) => <AgentLine key={agent.agentId} agent={agent} nowMs={now()} />)}</tbody>
        </table>
      </div>
    </div>
  );
}

function AgentLine({ agent: a, nowMs }: { agent: Agent; nowMs: number }) {
  const dropped = a.drops.reduce((sum, d) => sum + d.count, 0);
  return (
    <tr className={a.isStale ? "stale" : ""}>
      <th scope="row" title={a.agentId}>{a.hostName}</th>
      <td>
        {a.isStale ? <span className="pill pill--critical">silent, {ago(a.lastSeenMs, nowMs)}</span> : ago(a.lastSeenMs, nowMs)}
        {Math.abs(a.clockSkewMs) >= SKEW_WORTH_SAYING_MS && <div className="quiet">clock {span(a.clockSkewMs)} {a.clockSkewMs > 0 ? "ahead" : "behind"}</div>}
        {a.spooledBatches > 0 && <div className="quiet">{plural(a.spooledBatches, "batch").replace("batchs", "batches")} to come</div>}
      </td>
      <td>{a.version}</td>
      <td className="number">{format(a.containerCount, "number")}</td>
      <td className="number">{format(a.cpuPercent, "percent")}</td>
      <td className="number">{format(a.memoryBytes, "bytes")}</td>
      <td>{dropped === 0 ? <span className="quiet">none</span> : a.drops.filter((d) => d.count > 0).map((d) => <div key={d.cause}>{d.cause}: <b>{format(d.count, "number")}</b></div>)}</td>
      <td className="wrap">{a.missing.length === 0 ? <span className="quiet">nothing</span> : a.missing.map((m) => <div key={m}>{m}</div>)}</td>
      <td>{Object.entries(a.tags).map(([name, value]) => <span key={name} className="tag">{name}={value}</span>)}</td>
    </tr>
  );
}
