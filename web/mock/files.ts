import { createReadStream, existsSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import type { ServerResponse } from "node:http";

const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
/** The real server's: a page that needs more fails here, too. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

/** Files of the built page, for looking at it as it will be. */
export function serveFile(folder: string | null, path: string, response: ServerResponse): void {
  const name = normalize(path === "" ? "index.html" : path);
  const file = folder === null ? "" : join(folder, name);
  if (name.startsWith("..") || !existsSync(file)) {
    response.writeHead(404).end("Not found. 'npm run build' makes the page; 'npm run dev' serves it from its sources.");
    return;
  }
  response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream", "Content-Security-Policy": POLICY });
  createReadStream(file).pipe(response);
}
