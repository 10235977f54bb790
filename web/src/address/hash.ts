// The state lies behind the '#': it works below any path prefix, without a word to the server, and survives signing in.

/** A place in the page: its path (`/explore`) and its parameters. */
export interface Place { path: string; parameters: URLSearchParams }

export function placeOf(hash: string): Place {
  const text = hash.replace(/^#/, "") || "/explore";
  const mark = text.indexOf("?");
  return mark < 0
    ? { path: text, parameters: new URLSearchParams() }
    : { path: text.slice(0, mark), parameters: new URLSearchParams(text.slice(mark + 1)) };
}

// What URLSearchParams escapes without need makes links that nobody can read.
const readable = (text: string) => text.replace(/%2F/gi, "/").replace(/%3A/gi, ":").replace(/%2C/gi, ",").replace(/%28/g, "(").replace(/%29/g, ")").replace(/%22/g, '"');

export function hashOf(path: string, parameters?: URLSearchParams): string {
  const text = parameters ? readable(parameters.toString()) : "";
  return `#${path}${text ? `?${text}` : ""}`;
}

/** Goes to a place. Replacing keeps the browser's back button for steps that a person took. */
export function go(hash: string, replace = false): void {
  if (hash === location.hash) return;
  if (replace) {
    history.replaceState(null, "", hash);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = hash;
  }
}
