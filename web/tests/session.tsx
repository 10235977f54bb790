import type { ReactNode } from "react";
import { Accounts } from "../mock/accounts";
import { Refusal } from "../mock/answers/refusal";
import { Cluster, type ClusterOptions } from "../mock/cluster/cluster";
import { routeOf } from "../mock/routes";
import type { Me } from "../src/api/accounts";
import { Client } from "../src/api/client";
import { SessionContext } from "../src/api/context";
import { Problem } from "../src/api/problem";

export const NOW = 1_795_595_600_000;

/** A client that the mock answers without a network; `asked` keeps what was asked. */
export class DirectClient extends Client {
  readonly asked: { method: string; path: string; body: unknown }[] = [];
  readonly cluster: Cluster;
  readonly accounts = new Accounts(NOW, false);
  /** The server's clock. */
  nowMs = NOW;

  constructor(options: Partial<ClusterOptions> = {}) {
    super("http://test/");
    this.cluster = new Cluster({ rows: 200, hasMesos: true, isEmpty: false, ...options }, NOW);
  }

  override get = <T,>(path: string) => this.#ask<T>("GET", path, null);
  override post = <T,>(path: string, body: unknown) => this.#ask<T>("POST", path, body);
  override put = <T,>(path: string, body: unknown) => this.#ask<T>("PUT", path, body);
  override delete = (path: string) => this.#ask<void>("DELETE", path, null);

  async #ask<T>(method: string, path: string, body: unknown): Promise<T> {
    this.asked.push({ method, path, body });
    const url = new URL(path, "http://test/");
    const parts = url.pathname.replace("/api/v1/", "").split("/");
    try {
      return (await routeOf(method, parts)!({ user: "admin", parts, query: url.searchParams, body, nowMs: this.nowMs }, this.cluster, this.accounts)) as T;
    } catch (error) {
      if (error instanceof Refusal) throw new Problem(error.status, error.title, error.detail, error.position);
      throw error;
    }
  }
}

const ADMIN: Me = { user: "admin", role: "admin", mustChangePassword: false, csrfToken: "", version: "0", nowMs: NOW };

/** What lies below a signed-in page. */
export function InSession({ client, me = ADMIN, children }: { client: Client; me?: Me; children: ReactNode }) {
  return <SessionContext.Provider value={{ client, me, now: () => (client instanceof DirectClient ? client.nowMs : NOW), signOut: () => {} }}>{children}</SessionContext.Provider>;
}
