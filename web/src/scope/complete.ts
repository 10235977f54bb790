import { hasList, OPERATORS, placeAt } from "./grammar";
import { quote } from "./lexer";

/** One thing that could be written next. */
export interface Completion { text: string; detail: string; from: number }

/** Where the words come from. */
export interface Words {
  labels: () => Promise<{ name: string; valueCount: number }[]>;
  values: (label: string, prefix: string) => Promise<string[]>;
}

const MOST = 12;

const fits = (word: string, prefix: string) => word.toLowerCase().includes(prefix.toLowerCase());

// What begins with the prefix comes before what holds it.
const ranked = (words: { text: string; detail: string }[], prefix: string) =>
  words
    .filter((w) => fits(w.text, prefix))
    .sort((a, b) => Number(b.text.toLowerCase().startsWith(prefix.toLowerCase())) - Number(a.text.toLowerCase().startsWith(prefix.toLowerCase())))
    .slice(0, MOST);

/** What may be written at the caret. */
export async function completions(text: string, caret: number, words: Words): Promise<Completion[]> {
  const { expected, label, prefix, from, isList } = placeAt(text, caret);
  const found: { text: string; detail: string }[] = [];
  if (expected === "label") found.push(...(await words.labels()).map((l) => ({ text: l.name, detail: `${l.valueCount} values` })));
  else if (expected === "operator") found.push(...OPERATORS.map((o) => ({ text: o, detail: "" })));
  else if (expected === "value" && label) found.push(...(await words.values(label, prefix)).map((v) => ({ text: quote(v), detail: "" })));
  else if (expected === "and") found.push({ text: "and", detail: "a further check" });
  const list = expected === "operator" ? found.filter((w) => w.text.startsWith(prefix)).slice(0, MOST) : ranked(found, prefix);
  const tail = (word: string) => (isList && expected === "value" ? "" : expected === "operator" && hasList(word) ? " (" : " ");
  return list.filter((w) => w.text !== prefix).map((w) => ({ ...w, from, text: w.text + tail(w.text) }));
}

/** The text with a completion in the place of what was being written, and where the caret is then. */
export function accept(text: string, caret: number, completion: Completion): { text: string; caret: number } {
  const head = text.slice(0, completion.from) + completion.text;
  return { text: head + text.slice(caret).replace(/^\s+/, ""), caret: head.length };
}
