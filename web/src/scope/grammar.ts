import { tokens, type Token } from "./lexer";

export type Expected = "label" | "operator" | "value" | "and" | "comma";

/** Where a scope's text stands after some of its tokens. */
export interface Position { expected: Expected; label: string | null; isList: boolean }

export interface ScopeError { position: number; message: string }

/** Words of each operator. */
export const OPERATORS = ["is", "is not", "in", "not in", "contains", "does not contain", "starts with"] as const;

/** Whether a list stands behind the operator. */
export const hasList = (operator: string) => operator === "in" || operator === "not in";

const START: Position = { expected: "label", label: null, isList: false };

const messages: Record<Expected, string> = {
  label: "the name of a label is expected",
  operator: `one of ${OPERATORS.join(", ")} is expected`,
  value: "a value is expected",
  and: "'and' is expected, or the end",
  comma: "',' or ')' is expected",
};

// The operator at a place: the longest that its words make.
function operatorAt(all: readonly Token[], at: number): string | null {
  const text = all.slice(at, at + 3).map((t) => (t.kind === "word" ? t.value : "")).join(" ");
  return [...OPERATORS].sort((a, b) => b.length - a.length).find((o) => text === o || text.startsWith(`${o} `)) ?? null;
}

interface Walk { position: Position; error: ScopeError | null }

function walk(all: readonly Token[], length: number): Walk {
  let position = START;
  const fail = (at: number, message = messages[position.expected]): Walk => ({ position, error: { position: all[at]?.start ?? length, message } });
  for (let at = 0; at < all.length; at++) {
    const token = all[at]!;
    const isMark = token.kind === "mark";
    if (!token.isClosed) return fail(at, "the quotes are not closed");
    if (position.expected === "label") {
      if (isMark) return fail(at);
      position = { expected: "operator", label: token.value, isList: false };
    } else if (position.expected === "operator") {
      const operator = operatorAt(all, at);
      if (!operator) return fail(at);
      at += operator.split(" ").length - 1;
      const isList = hasList(operator);
      if (isList && all[at + 1]?.value === "(") at++;
      else if (isList && at + 1 < all.length) return fail(at + 1, "'(' is expected");
      position = { expected: "value", label: position.label, isList };
    } else if (position.expected === "value") {
      if (isMark) return fail(at);
      position = { ...position, expected: position.isList ? "comma" : "and" };
    } else if (position.expected === "comma") {
      if (token.value !== "," && token.value !== ")") return fail(at);
      position = { ...position, expected: token.value === "," ? "value" : "and" };
    } else {
      if (token.value !== "and") return fail(at);
      position = START;
    }
  }
  return { position, error: null };
}

/** What is wrong with a scope, or null. A value alone is a scope too. */
export function errorOf(text: string): ScopeError | null {
  const all = tokens(text);
  if (all.length === 0) return null;
  const { position, error } = walk(all, text.length);
  if (error) return error;
  const isWhole = position.expected === "and" || (all.length === 1 && position.expected === "operator");
  return isWhole ? null : { position: text.length, message: messages[position.expected] };
}

/** What may stand at a place of the text, and the piece that is being written there. */
export function placeAt(text: string, caret: number): Position & { from: number; prefix: string } {
  const before = tokens(text.slice(0, caret));
  const last = before.at(-1);
  const isWriting = last !== undefined && last.kind !== "mark" && (last.end === caret || !last.isClosed) && !(last.kind === "string" && last.isClosed);
  const done = isWriting ? before.slice(0, -1) : before;
  // "is no" and "does not con" are one operator being written.
  let cut = done.length;
  while (cut > 0 && walk(done.slice(0, cut), caret).error) cut--;
  const { position } = walk(done.slice(0, cut), caret);
  const from = cut < done.length ? done[cut]!.start : isWriting ? last.start : caret;
  const prefix = cut < done.length ? text.slice(from, caret) : isWriting ? last.value : "";
  return { ...position, from, prefix };
}
