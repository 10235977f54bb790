import type { AuditEntry, Grouping, Me, Token, User } from "../src/api/accounts";
import { Refusal } from "./answers/refusal";

const BUILT_IN: Grouping[] = [
  { id: "mesos", name: "Mesos", groupBy: ["mesos.framework.name", "marathon.group.name", "marathon.app.name", "mesos.task.name", "container.name"], isBuiltIn: true },
  { id: "hosts", name: "Hosts", groupBy: ["host.hostName", "container.name", "proc.name"], isBuiltIn: true },
  { id: "images", name: "Images", groupBy: ["container.image", "container.name"], isBuiltIn: true },
  { id: "apps", name: "Apps", groupBy: ["marathon.app.name", "container.name"], isBuiltIn: true },
];

/** People, keys and groupings of the mock, in memory. The password of both users is `mesoscope-mock`. */
export class Accounts {
  users: User[];
  tokens: Token[] = [];
  keys: Token[];
  groupings = [...BUILT_IN];
  audit: AuditEntry[] = [];
  password = "mesoscope-mock";
  mustChange: boolean;
  #next = 1;

  constructor(nowMs: number, isFirstRun: boolean) {
    this.mustChange = isFirstRun;
    this.users = [{ name: "admin", role: "admin", createdMs: nowMs - 9e8, lastSignInMs: nowMs, mustChangePassword: isFirstRun }, { name: "vera", role: "viewer", createdMs: nowMs - 5e8, lastSignInMs: nowMs - 7e6, mustChangePassword: false }];
    this.keys = [{ id: "k0", name: "first key", createdMs: nowMs - 9e8, lastUsedMs: nowMs - 400 }];
  }

  note(user: string, action: string, target: string): void {
    this.audit.unshift({ timeMs: Date.now(), user, action, target, address: "127.0.0.1" });
  }

  me(user: string): Me {
    return { user, role: user === "admin" ? "admin" : "viewer", mustChangePassword: user === "admin" && this.mustChange, csrfToken: "mock-csrf", version: "0.9.0-mock", nowMs: Date.now() };
  }

  signIn(user: string, password: string): Me {
    if (!this.users.some((u) => u.name === user) || password !== this.password) throw new Refusal(401, "User and password do not fit", "");
    this.note(user, "signed in", user);
    return this.me(user);
  }

  changePassword(user: string, current: string, next: string): void {
    if (current !== this.password) throw new Refusal(422, "The current password is another one", "");
    if (next.length < 12) throw new Refusal(422, "The password is too short", `${next.length} characters, 12 at least are expected`);
    this.password = next;
    this.mustChange = false;
    this.note(user, "changed the password of", user);
  }

  make(list: Token[], name: string): { id: string; name: string; secret: string } {
    const id = `t${this.#next++}`;
    list.push({ id, name, createdMs: Date.now(), lastUsedMs: null });
    return { id, name, secret: `ms_${id}_3f8e1c90ab5d7724` };
  }
}
