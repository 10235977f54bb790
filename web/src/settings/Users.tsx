import { useState } from "react";
import type { OneTimePassword, Role, User } from "../api/accounts";
import { useSession } from "../api/context";
import { asProblem, type Problem } from "../api/problem";
import { useAnswer } from "../api/useAnswer";
import { ErrorBox } from "../states/ErrorBox";
import { Skeleton } from "../states/Skeleton";
import { ago } from "../units/time";
import { ConfirmButton } from "./ConfirmButton";
import { NameForm } from "./NameForm";
import { Secret } from "./Secret";

/** Who may come in. */
export function Users() {
  const { client, me, now } = useSession();
  const [role, setRole] = useState<Role>("viewer");
  const [made, setMade] = useState<OneTimePassword | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const { data, problem, reload } = useAnswer("users", (signal) => client.get<User[]>("api/v1/users", signal));
  const change = (action: Promise<unknown>) => void action.then(() => { setFailed(null); reload(); }, (error: unknown) => setFailed(asProblem(error)));
  const path = (name: string) => `api/v1/users/${encodeURIComponent(name)}`;
  return (
    <section>
      <h1>Users</h1>
      <p className="quiet">Viewers see everything and change nothing but their own account; admins make users and keys.</p>
      <NameForm label="Name of the new user" action="Make" onSubmit={(name) => change(client.post<OneTimePassword>("api/v1/users", { name, role }).then(setMade))}>
        <label className="field"><span>Role</span><select value={role} onChange={(e) => setRole(e.target.value as Role)}><option value="viewer">viewer</option><option value="admin">admin</option></select></label>
      </NameForm>
      {made && <Secret title={`One-time password of ${made.name}`} value={made.oneTimePassword} hint="It is shown this once. Whoever comes in with it chooses a lasting one first." />}
      {(failed ?? problem) && <ErrorBox problem={(failed ?? problem)!} onRetry={reload} />}
      {!data ? <Skeleton lines={4} /> : (
        <div className="list"><table>
          <thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Made</th><th scope="col">Last signed in</th><th /></tr></thead>
          <tbody>{data.map((u) => (
            <tr key={u.name}>
              <th scope="row">{u.name}{u.name === me.user && <span className="quiet"> (you)</span>}</th><td>{u.role}</td><td>{ago(u.createdMs, now())}</td>
              <td>{u.lastSignInMs === null ? <span className="quiet">never</span> : ago(u.lastSignInMs, now())}{u.mustChangePassword && <span className="quiet"> · one-time password</span>}</td>
              <td className="actions">
                <ConfirmButton action="New password" question={`A new password for ${u.name}?`} onConfirm={() => change(client.post<OneTimePassword>(`${path(u.name)}/password`, {}).then(setMade))} />
                {u.name !== me.user && <ConfirmButton action="Delete" question={`Delete ${u.name}?`} onConfirm={() => change(client.delete(path(u.name)))} />}
              </td>
            </tr>
          ))}</tbody>
        </table></div>
      )}
    </section>
  );
}
