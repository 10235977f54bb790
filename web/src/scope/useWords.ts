import { useMemo, useRef } from "react";
import type { LabelName } from "../api/accounts";
import { useSession } from "../api/context";
import type { Words } from "./complete";

/** Label names and values of the server, for completion. Names are asked for once a page. */
export function useWords(): Words {
  const { client } = useSession();
  const names = useRef<Promise<LabelName[]> | null>(null);
  return useMemo<Words>(
    () => ({
      labels: () => {
        names.current ??= client.get<LabelName[]>("api/v1/labels").catch(() => {
          names.current = null;
          return [];
        });
        return names.current;
      },
      values: (label, prefix) =>
        client.get<string[]>(`api/v1/labels/${encodeURIComponent(label)}/values?${new URLSearchParams({ prefix, limit: "20" }).toString()}`).catch(() => []),
    }),
    [client],
  );
}
