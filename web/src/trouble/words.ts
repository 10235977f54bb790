import type { Health, Mark } from "../api/types";

/** Short words for a row. */
export const MARK_WORDS: Record<Mark["kind"], string> = {
  "port-conflict": "port taken",
  restarting: "restarting",
  "oom-killed": "OOM-killed",
  died: "died",
  "not-started": "not started",
  unhealthy: "unhealthy",
  throttled: "throttled",
  "stale-agent": "agent silent",
};

/** What is wrong in so few words: the worst, and how many more. */
export function headline(health: Health): string {
  const [worst] = health.marks;
  if (!worst) return "";
  const more = health.marks.length - 1;
  return `${MARK_WORDS[worst.kind]}${worst.count > 1 ? ` ×${worst.count}` : ""}${more > 0 ? `, +${more}` : ""}`;
}

/** How grave a single mark is; as the server judges a row that has no other. */
export const isCritical = (mark: Mark) => !["died", "throttled", "stale-agent"].includes(mark.kind);
