import type { Happening } from "../api/types";

/** Severities of RFC 5424 in three steps. */
export function gravity({ severity }: Pick<Happening, "severity">): "critical" | "warning" | "info" {
  return severity <= 3 ? "critical" : severity === 4 ? "warning" : "info";
}
