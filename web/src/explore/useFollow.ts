import { useCallback, useState } from "react";
import type { ExploreState } from "../address/explore";
import type { Change } from "../address/useExplore";
import { useSession } from "../api/context";
import { asProblem } from "../api/problem";
import type { Culprit, TreeRequest } from "../api/types";
import { errorOf } from "../scope/grammar";
import { pathOf } from "../tree/lines";
import type { TreeStore } from "../tree/store";
import { findById, findByScope, unfolded, type Found } from "./reveal";

/** Goes to nodes that may be folded away, or outside of the scope: the culprit of a mark, the node that a mark belongs to. */
export function useFollow(state: ExploreState, request: TreeRequest, store: TreeStore, change: Change) {
  const { client } = useSession();
  const [message, setMessage] = useState<string | null>(null);

  const show = useCallback((found: Found, scope?: string) => {
    setMessage(null);
    change({ selected: found.id, expansion: unfolded(state.expansion, found), ...(scope !== undefined && { scope }) });
  }, [change, state.expansion]);

  const follow = useCallback(async (culprit: Culprit) => {
    try {
      // A culprit outside of the scope is shown all the same: the scope goes.
      const both = `${state.scope} and ${culprit.scope}`;
      const inside = state.scope !== "" && errorOf(both) === null ? await findByScope(client, request, both) : null;
      const found = inside ?? (await findByScope(client, request, culprit.scope));
      if (found) show(found, inside || store.row(found.id) ? undefined : "");
      // No container of this grouping has it (a process of the host): it is shown by host and process.
      else change({ scope: culprit.scope, groupBy: ["host.hostName", "container.name", "proc.name"], expansion: { all: true, except: [] }, selected: null });
    } catch (error) {
      setMessage(`${culprit.text} cannot be shown. ${asProblem(error).message}`);
    }
  }, [client, request, state.scope, store, show, change]);

  const toNode = useCallback(async (id: string) => {
    try {
      const path = pathOf(store.row(id), (parent) => store.row(parent));
      const found = path.length > 0 ? { id, ancestors: path.slice(1, -1).map((r) => r.id) } : await findById(client, request, id);
      if (found) show(found);
      else setMessage("That is not there any more at this moment.");
    } catch (error) {
      setMessage(asProblem(error).message);
    }
  }, [client, request, store, show]);

  return { follow, toNode, message, setMessage };
}
