import { DEFAULT_STATE, type ExploreState } from "./explore";

const list = (values: readonly string[]) => values.map((v) => v.replace(/[%,]/g, (c) => (c === "%" ? "%25" : "%2C"))).join(",");
const unlist = (text: string) => (text === "" ? [] : text.split(",").map((v) => v.replace(/%2C/gi, ",").replace(/%25/g, "%")));
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((v, i) => v === b[i]);

function positive(text: string | null): number | null {
  const value = Number(text);
  return text !== null && Number.isFinite(value) && value > 0 ? value : null;
}

/** The address' parameters; what is as by default is left out. */
export function parametersOf(state: ExploreState): URLSearchParams {
  const p = new URLSearchParams();
  const d = DEFAULT_STATE;
  if (!same(state.groupBy, d.groupBy)) p.set("by", list(state.groupBy));
  if (state.scope) p.set("q", state.scope);
  if (state.atMs !== null) p.set("at", String(Math.round(state.atMs)));
  if (state.spanMs !== d.spanMs) p.set("span", String(Math.round(state.spanMs)));
  if (!same(state.columns, d.columns)) p.set("columns", list(state.columns));
  if (state.sort.column !== d.sort.column || state.sort.descending) p.set("sort", (state.sort.descending ? "-" : "") + state.sort.column);
  if (state.expansion.all) p.set("unfold", "all");
  for (const id of state.expansion.except) p.append(state.expansion.all ? "fold" : "open", id);
  if (state.selected !== null) p.set("row", state.selected);
  if (state.tab !== d.tab) p.set("tab", state.tab);
  return p;
}

/** Reads an address; whatever makes no sense in it is as by default. */
export function stateOf(p: URLSearchParams): ExploreState {
  const d = DEFAULT_STATE;
  const all = p.get("unfold") === "all";
  const sort = p.get("sort");
  const groupBy = unlist(p.get("by") ?? "");
  return {
    groupBy: groupBy.length > 0 ? groupBy : d.groupBy,
    scope: p.get("q") ?? "",
    atMs: positive(p.get("at")),
    spanMs: positive(p.get("span")) ?? d.spanMs,
    columns: p.has("columns") ? unlist(p.get("columns") ?? "") : d.columns,
    sort: sort ? { column: sort.replace(/^-/, ""), descending: sort.startsWith("-") } : d.sort,
    expansion: { all, except: p.getAll(all ? "fold" : "open") },
    selected: p.get("row"),
    tab: p.get("tab") ?? d.tab,
  };
}
