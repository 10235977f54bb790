import { useState, type FormEvent } from "react";
import type { Client } from "../api/client";
import { asProblem } from "../api/problem";

/** As docs/api.md says. */
const LEAST_CHARACTERS = 12;

interface Props { client: Client; currentName: string; action: string; onDone: () => void }

/** Changes one's own password. */
export function PasswordForm({ client, currentName, action, onDone }: Props) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [error, setError] = useState("");
  const isShort = next.length > 0 && next.length < LEAST_CHARACTERS;
  const isOther = again.length > 0 && again !== next;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (next.length < LEAST_CHARACTERS || next !== again) return;
    try {
      await client.put("api/v1/me/password", { current, new: next });
      setCurrent(""); setNext(""); setAgain(""); setError("");
      onDone();
    } catch (thrown) {
      setError(asProblem(thrown).message);
    }
  };
  return (
    <form className="form" onSubmit={(e) => void submit(e)}>
      <label className="field"><span>{currentName}</span><input required type="password" name="current" autoComplete="current-password" value={current} onChange={(e) => setCurrent(e.target.value)} /></label>
      <label className="field"><span>New password</span><input required type="password" name="new" autoComplete="new-password" aria-invalid={isShort} value={next} onChange={(e) => setNext(e.target.value)} />
        <small className={isShort ? "form__error" : "quiet"}>{LEAST_CHARACTERS} characters at least.{isShort ? ` ${LEAST_CHARACTERS - next.length} more.` : ""}</small></label>
      <label className="field"><span>Once more</span><input required type="password" name="again" autoComplete="new-password" aria-invalid={isOther} value={again} onChange={(e) => setAgain(e.target.value)} />
        {isOther && <small className="form__error">The two are different.</small>}</label>
      {error && <p className="form__error" role="alert">{error}</p>}
      <button type="submit" className="button button--primary" disabled={next.length < LEAST_CHARACTERS || next !== again || current === ""}>{action}</button>
    </form>
  );
}
