import { useState, type FormEvent } from "react";
import type { Me } from "../api/accounts";
import type { Client } from "../api/client";
import { asProblem, type Problem } from "../api/problem";
import { Logo } from "../style/Logo";

interface Props { client: Client; onSignedIn: (me: Me) => void }

/** The door. The address behind it stays, so a link leads where it should after signing in. */
export function SignIn({ client, onSignedIn }: Props) {
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onSignedIn(await client.post<Me>("api/v1/session", { user, password }));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="door">
      <form className="door__form" onSubmit={(e) => void submit(e)}>
        <h1><Logo />Mesoscope</h1>
        <p className="quiet">Your cluster, from the logical service down to the system call.</p>
        <label className="field"><span>User</span><input autoFocus required name="user" autoComplete="username" value={user} onChange={(e) => setUser(e.target.value)} /></label>
        <label className="field"><span>Password</span><input required type="password" name="password" autoComplete="current-password" value={password} onChange={(e) => setPassword(e.target.value)} /></label>
        {problem && <p className="form__error" role="alert">{problem.status === 401 ? "User and password do not fit." : problem.message}</p>}
        <button type="submit" className="button button--primary button--large" disabled={isBusy}>{isBusy ? "Signing in…" : "Sign in"}</button>
        <p className="quiet">On its first start the server printed a user and a one-time password where it was started.</p>
      </form>
    </main>
  );
}
