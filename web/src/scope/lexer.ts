/** A piece of a scope's text. `value` is without quotes and escapes. */
export interface Token { kind: "word" | "string" | "mark"; value: string; start: number; end: number; isClosed: boolean }

const MARKS = "(),";

function quoted(text: string, start: number): Token {
  let value = "";
  let at = start + 1;
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === "\\" && at + 1 < text.length) at++;
    value += text[at];
  }
  const isClosed = at < text.length;
  return { kind: "string", value, start, end: isClosed ? at + 1 : at, isClosed };
}

/** Cuts a scope into words, strings in quotes, and marks. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text[at]!;
    if (/\s/.test(c)) {
      at++;
    } else if (c === '"') {
      const token = quoted(text, at);
      found.push(token);
      at = token.end;
    } else if (MARKS.includes(c)) {
      found.push({ kind: "mark", value: c, start: at, end: at + 1, isClosed: true });
      at++;
    } else {
      const start = at;
      while (at < text.length && !/[\s"(),]/.test(text[at]!)) at++;
      found.push({ kind: "word", value: text.slice(start, at), start, end: at, isClosed: true });
    }
  }
  return found;
}

/** A value as a scope writes it: in quotes when it is not one word, or a word that means something. */
export function quote(value: string): string {
  return /^[^\s"(),\\]+$/.test(value) && !/^(and|is|in|not|contains|does|starts|with)$/.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`;
}
