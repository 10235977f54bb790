import { useState } from "react";
import { useSession } from "../api/context";
import { PasswordForm } from "../signin/PasswordForm";

/** One's own password. */
export function Account() {
  const { client, me } = useSession();
  const [isDone, setDone] = useState(false);
  return (
    <section>
      <h1>Your account</h1>
      <p className="quiet">{me.user}, {me.role}. Server {me.version}.</p>
      <h2>Change the password</h2>
      <PasswordForm client={client} currentName="Password of now" action="Change" onDone={() => setDone(true)} />
      {isDone && <p role="status" className="form__done">The password is changed.</p>}
    </section>
  );
}
