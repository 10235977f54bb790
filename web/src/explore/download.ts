import type { Client } from "../api/client";
import { problemOf } from "../api/problem";
import type { TreeRequest } from "../api/types";

/** Saves the whole tree of the shown moment as a table. */
export async function downloadTable(client: Client, request: TreeRequest): Promise<void> {
  const response = await fetch(`${client.root}api/v1/tree`, {
    method: "POST", credentials: "same-origin", headers: { Accept: "text/csv", "Content-Type": "application/json", "X-CSRF-Token": client.csrfToken },
    body: JSON.stringify({ ...request, expandAll: true, expanded: [] }),
  });
  if (!response.ok) throw await problemOf(response);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = "mesoscope.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}
