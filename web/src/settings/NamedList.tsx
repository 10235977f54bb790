import { useState, type ReactNode } from "react";
import { useSession } from "../api/context";
import { asProblem, type Problem } from "../api/problem";
import type { Token } from "../api/accounts";
import { useAnswer } from "../api/useAnswer";
import { ErrorBox } from "../states/ErrorBox";
import { Skeleton } from "../states/Skeleton";
import { ago } from "../units/time";
import { ConfirmButton } from "./ConfirmButton";
import { NameForm } from "./NameForm";

interface Props<T> {
  title: string;
  /** Address of the list, below which each has its own. */
  path: string;
  noun: string;
  explanation: ReactNode;
  secret: (made: T) => ReactNode;
}

/** Tokens and access keys: named, made here, shown once, revoked. */
export function NamedList<T>({ title, path, noun, explanation, secret }: Props<T>) {
  const { client, now } = useSession();
  const [made, setMade] = useState<T | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const { data, problem, reload } = useAnswer(path, (signal) => client.get<Token[]>(path, signal));
  const change = (action: Promise<unknown>) => action.then(() => { setFailed(null); reload(); }, (error: unknown) => setFailed(asProblem(error)));
  return (
    <section>
      <h1>{title}</h1>
      <p className="quiet">{explanation}</p>
      <NameForm label={`Name of the new ${noun}`} action="Make" onSubmit={(name) => void change(client.post<T>(path, { name }).then(setMade))} />
      {made !== null && secret(made)}
      {(failed ?? problem) && <ErrorBox problem={(failed ?? problem)!} onRetry={reload} />}
      {!data ? <Skeleton lines={4} /> : data.length === 0 ? <p className="quiet">There is none yet.</p> : (
        <div className="list"><table>
          <thead><tr><th scope="col">Name</th><th scope="col">Made</th><th scope="col">Last used</th><th /></tr></thead>
          <tbody>{data.map((t) => (
            <tr key={t.id}>
              <th scope="row">{t.name}</th><td>{ago(t.createdMs, now())}</td><td>{t.lastUsedMs === null ? <span className="quiet">never</span> : ago(t.lastUsedMs, now())}</td>
              <td className="actions"><ConfirmButton action="Revoke" question={`Revoke ${t.name}?`} onConfirm={() => void change(client.delete(`${path}/${encodeURIComponent(t.id)}`))} /></td>
            </tr>
          ))}</tbody>
        </table></div>
      )}
    </section>
  );
}
