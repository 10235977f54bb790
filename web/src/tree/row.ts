import type { Node } from "../api/types";

/** A node without its numbers: the same object for as long as nothing in it changes, so that a row that stays need not be drawn again. */
export type Row = Readonly<Omit<Node, "values" | "sparks">>;
