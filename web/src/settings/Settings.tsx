import type { ComponentType } from "react";
import { Link } from "wouter";
import { useSession } from "../api/context";
import { Empty } from "../states/Empty";
import { AccessKeys } from "./AccessKeys";
import { Account } from "./Account";
import { Audit } from "./Audit";
import { Tokens } from "./Tokens";
import { Users } from "./Users";

interface Part { id: string; name: string; isForAdmins: boolean; view: ComponentType }

const PARTS: Part[] = [
  { id: "account", name: "Your account", isForAdmins: false, view: Account },
  { id: "tokens", name: "Tokens", isForAdmins: false, view: Tokens },
  { id: "users", name: "Users", isForAdmins: true, view: Users },
  { id: "access-keys", name: "Access keys", isForAdmins: true, view: AccessKeys },
  { id: "audit", name: "Audit", isForAdmins: true, view: Audit },
];

/** Accounts and keys. */
export function Settings({ part }: { part: string }) {
  const { me } = useSession();
  const parts = PARTS.filter((p) => me.role === "admin" || !p.isForAdmins);
  const chosen = parts.find((p) => p.id === part);
  return (
    <div className="settings">
      <nav className="settings__nav" aria-label="Settings">
        {parts.map((p) => <Link key={p.id} href={`/settings/${p.id}`} className="settings__link" aria-current={p === chosen ? "page" : undefined}>{p.name}</Link>)}
      </nav>
      <div className="page" tabIndex={0}>{chosen ? <chosen.view /> : <Empty title="Not for you, or not there"><p>Only admins see some parts of the settings.</p></Empty>}</div>
    </div>
  );
}
