import type { EntitiesRequest, SeriesRequest, TreeRequest } from "../src/api/types";
import type { Role } from "../src/api/accounts";
import type { Accounts } from "./accounts";
import { happeningsOf } from "./answers/happenings";
import { agentsOf, labelNames, labelValues } from "./answers/labels";
import { Refusal } from "./answers/refusal";
import { entitiesOf, seriesOf } from "./answers/series";
import { treeOf } from "./answers/tree";
import type { Cluster } from "./cluster/cluster";
import { momentOf } from "./cluster/delivery";
import { METRICS } from "./cluster/metrics";

export interface Question { user: string; parts: string[]; query: URLSearchParams; body: unknown; nowMs: number }
type Route = (q: Question, cluster: Cluster, accounts: Accounts) => unknown;

const last = (q: Question) => decodeURIComponent(q.parts.at(-1)!);
const without = <T>(list: T[], wanted: (item: T) => boolean) => { const at = list.findIndex(wanted); if (at < 0) throw new Refusal(404, "There is none", ""); list.splice(at, 1); };

/** `METHOD path`; a part `*` is any. What is undefined is answered by 204. */
export const ROUTES: Record<string, Route> = {
  "GET me": (q, _, a) => a.me(q.user),
  "PUT me/password": (q, _, a) => { const b = q.body as { current: string; new: string }; a.changePassword(q.user, b.current, b.new); },
  "GET users": (_q, _, a) => a.users,
  "POST users": (q, _, a) => { const b = q.body as { name: string; role: Role }; a.users.push({ ...b, createdMs: q.nowMs, lastSignInMs: null, mustChangePassword: true }); a.note(q.user, "made the user", b.name); return { name: b.name, oneTimePassword: "heron-amber-5521" }; },
  "POST users/*/password": (q) => ({ name: decodeURIComponent(q.parts[1]!), oneTimePassword: "lynx-copper-9034" }),
  "DELETE users/*": (q, _, a) => { without(a.users, (u) => u.name === last(q)); a.note(q.user, "deleted the user", last(q)); },
  "GET tokens": (_q, _, a) => a.tokens,
  "POST tokens": (q, _, a) => { const { id, name, secret } = a.make(a.tokens, (q.body as { name: string }).name); return { id, name, token: secret }; },
  "DELETE tokens/*": (q, _, a) => without(a.tokens, (t) => t.id === last(q)),
  "GET access-keys": (_q, _, a) => a.keys,
  "POST access-keys": (q, _, a) => { const { id, name, secret } = a.make(a.keys, (q.body as { name: string }).name); return { id, name, key: secret }; },
  "DELETE access-keys/*": (q, _, a) => without(a.keys, (t) => t.id === last(q)),
  "GET audit": (_q, _, a) => a.audit,
  "GET agents": (q, c) => agentsOf(c, q.nowMs),
  "GET groupings": (_q, _, a) => a.groupings,
  "PUT groupings/*": (q, _, a) => { const g = { id: last(q), ...(q.body as { name: string; groupBy: string[] }), isBuiltIn: false }; a.groupings = [...a.groupings.filter((o) => o.id !== g.id), g]; return g; },
  "DELETE groupings/*": (q, _, a) => without(a.groupings, (g) => g.id === last(q) && !g.isBuiltIn),
  "GET metrics": () => METRICS,
  "GET labels": (_q, c) => labelNames(c),
  "GET labels/*/values": (q, c) => labelValues(c, decodeURIComponent(q.parts[1]!), q.query.get("scope") ?? undefined, q.query.get("prefix") ?? "", Number(q.query.get("limit") ?? 100)),
  "POST tree": (q, c) => treeOf(c, q.body as TreeRequest, q.nowMs),
  "POST series": (q, c) => seriesOf(c, q.body as SeriesRequest, q.nowMs),
  "POST entities": (q, c) => entitiesOf(c, q.body as EntitiesRequest, q.nowMs),
  "GET happenings": (q, c) => happeningsOf(c, q.query.get("scope") ?? undefined, momentOf(Number(q.query.get("fromMs") ?? -3_600_000), q.nowMs).atMs, momentOf(Number(q.query.get("toMs") ?? 0), q.nowMs).knownMs, Number(q.query.get("limit") ?? 500)),
};

/** The route of an address, or null. */
export function routeOf(method: string, parts: readonly string[]): Route | null {
  for (const [pattern, route] of Object.entries(ROUTES)) {
    const [wantedMethod, path] = pattern.split(" ") as [string, string];
    const wanted = path.split("/");
    if (wantedMethod === method && wanted.length === parts.length && wanted.every((w, i) => w === "*" || w === parts[i])) return route;
  }
  return null;
}
