import { errorOf, hasList, OPERATORS } from "../../src/scope/grammar";
import { tokens } from "../../src/scope/lexer";
import { Refusal } from "./refusal";

export type Labels = Record<string, string>;
type Test = (labels: Labels) => boolean;

const TESTS: Record<(typeof OPERATORS)[number], (value: string | undefined, wanted: string[]) => boolean> = {
  is: (v, [w]) => (w === "n/a" ? v === undefined : v === w),
  "is not": (v, [w]) => (w === "n/a" ? v !== undefined : v !== w),
  in: (v, ws) => v !== undefined && ws.includes(v),
  "not in": (v, ws) => v === undefined || !ws.includes(v),
  contains: (v, [w]) => v !== undefined && v.includes(w!),
  "does not contain": (v, [w]) => v === undefined || !v.includes(w!),
  "starts with": (v, [w]) => v !== undefined && v.startsWith(w!),
};

/** A scope as a function; refuses what makes no sense, with the place. */
export function scopeTest(text: string | undefined): Test {
  if (!text?.trim()) return () => true;
  const error = errorOf(text);
  if (error) throw new Refusal(422, "The scope makes no sense", error.message, error.position);
  const all = tokens(text);
  if (all.length === 1) {
    const wanted = all[0]!.value.toLowerCase();
    return (labels) => Object.values(labels).some((v) => v.toLowerCase().includes(wanted));
  }
  const checks: Test[] = [];
  for (let at = 0; at < all.length; ) {
    const label = all[at++]!.value;
    const operator = [...OPERATORS].sort((a, b) => b.length - a.length).find((o) => o.split(" ").every((word, i) => all[at + i]?.value === word))!;
    at += operator.split(" ").length;
    const wanted: string[] = [];
    if (hasList(operator)) {
      for (at++; all[at]!.value !== ")" || all[at]!.kind !== "mark"; at++) if (all[at]!.kind !== "mark") wanted.push(all[at]!.value);
    } else wanted.push(all[at]!.value);
    at += 2;
    checks.push((labels) => TESTS[operator](labels[label], wanted));
  }
  return (labels) => checks.every((check) => check(labels));
}
