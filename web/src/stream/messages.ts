import type { Happening, SeriesAnswer, SeriesRequest, TreeRequest } from "../api/types";
import type { TreePatch } from "../tree/patch";

/** What the page wants to see; each replaces the one before. */
export interface Watch {
  root: string;
  csrfToken: string;
  /** Grows by one with each watch; answers carry it. */
  number: number;
  isLive: boolean;
  /** How long the tree of a moment that stands still may change yet, milliseconds: it is asked for again until then. */
  settlesInMs: number;
  tree: TreeRequest;
  series: SeriesRequest[];
  happenings: { scope?: string } | null;
}

export type LinkState = "loading" | "still" | "live" | "lost";

export type FromWorker =
  | { kind: "tree"; number: number; patch: TreePatch }
  | { kind: "series"; number: number; index: number; answer: SeriesAnswer }
  | { kind: "happening"; number: number; happening: Happening }
  | { kind: "link"; number: number; state: LinkState; retryAtMs: number | null }
  | { kind: "problem"; number: number; status: number; title: string; detail: string; position: number | null };
