import type { AuditEntry } from "../api/accounts";
import { useSession } from "../api/context";
import { useAnswer } from "../api/useAnswer";
import { ErrorBox } from "../states/ErrorBox";
import { Skeleton } from "../states/Skeleton";
import { moment } from "../units/time";

const MOST = 500;

/** Who changed what, newest first. */
export function Audit() {
  const { client, now } = useSession();
  const { data, problem, reload } = useAnswer("audit", (signal) => client.get<AuditEntry[]>(`api/v1/audit?limit=${MOST}`, signal));
  return (
    <section>
      <h1>Audit</h1>
      <p className="quiet">Sign-ins and changes, newest first.</p>
      {problem && <ErrorBox problem={problem} onRetry={reload} />}
      {!data ? !problem && <Skeleton lines={8} /> : (
        <div className="list"><table>
          <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">To what</th><th scope="col">From</th></tr></thead>
          <tbody>{data.map((e, i) => <tr key={i}><td className="mono">{moment(e.timeMs, now())}</td><td>{e.user}</td><td>{e.action}</td><td>{e.target}</td><td className="mono">{e.address}</td></tr>)}</tbody>
        </table></div>
      )}
    </section>
  );
}
