import type { Me } from "../api/accounts";
import type { Client } from "../api/client";
import { Logo } from "../style/Logo";
import { PasswordForm } from "./PasswordForm";

interface Props { client: Client; me: Me; onDone: () => void }

/** A one-time password opens the door once: a lasting one comes first. */
export function FirstRun({ client, me, onDone }: Props) {
  return (
    <main className="door">
      <div className="door__form">
        <h1><Logo />Welcome, {me.user}</h1>
        <p>You came in with a one-time password. Choose the one that you will use from now on.</p>
        <PasswordForm client={client} currentName="One-time password" action="Set the password and go on" onDone={onDone} />
        {me.role === "admin" && <p className="quiet">Agents sign in with an access key, not with this password. The server printed the first key beside the password; Settings makes further ones.</p>}
      </div>
    </main>
  );
}
