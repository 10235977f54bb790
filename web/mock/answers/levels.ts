import { quote } from "../../src/scope/lexer";
import type { Thing } from "../cluster/thing";

/** A node while the tree is made. */
export interface Draft { id: string; parent: Draft | null; depth: number; groupBy: string | null; label: string; path: string | null; scope: string; children: Map<string, Draft>; things: Thing[] }

const PATH_LABEL = "marathon.group.name";

export const rootDraft = (scope: string): Draft => ({ id: "all", parent: null, depth: 0, groupBy: null, label: "all", path: null, scope, children: new Map(), things: [] });

function child(parent: Draft, groupBy: string, key: string, label: string, path: string | null, check: string): Draft {
  let draft = parent.children.get(key);
  if (!draft) {
    const scope = parent.scope ? `${parent.scope} and ${check}` : check;
    draft = { id: `${parent.depth === 0 ? "" : `${parent.id}|`}${key}`, parent, depth: parent.depth + 1, groupBy, label, path, scope, children: new Map(), things: [] };
    parent.children.set(key, draft);
  }
  return draft;
}

/** Puts a thing below its levels; groups nest as deep as their path. */
export function place(root: Draft, groupBy: readonly string[], thing: Thing): void {
  let at = root;
  at.things.push(thing);
  for (const label of groupBy) {
    const value = thing.labels[label];
    if (value === undefined) {
      at = child(at, label, "n/a", "n/a", null, `${label} is n/a`);
    } else if (label === PATH_LABEL) {
      const parts = value.split("/").filter(Boolean);
      parts.forEach((part, i) => {
        const path = `/${parts.slice(0, i + 1).join("/")}`;
        at = child(at, label, part, part, path, `${label} starts with ${quote(path)}`);
        if (i < parts.length - 1) at.things.push(thing);
      });
    } else {
      const isApp = label === "marathon.app.name";
      at = child(at, label, value, isApp ? value.slice(value.lastIndexOf("/") + 1) : value, isApp ? value : null, `${label} is ${quote(value)}`);
    }
    at.things.push(thing);
  }
}
