import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { Accounts } from "./accounts";
import { Refusal } from "./answers/refusal";
import { Cluster, type ClusterOptions } from "./cluster/cluster";
import { serveFile } from "./files";
import { live } from "./live";
import { routeOf } from "./routes";

export interface MockOptions extends ClusterOptions { isFirstRun: boolean; files: string | null; prefix: string }

const COOKIE = "mesoscope_session";

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? null : JSON.parse(text);
}

function answer(request: IncomingMessage, response: ServerResponse, status: number, body: unknown, type = "application/json", headers: Record<string, string> = {}) {
  if (body === undefined) return response.writeHead(204, headers).end();
  const text = JSON.stringify(body);
  const isPacked = text.length > 2000 && String(request.headers["accept-encoding"]).includes("gzip");
  return response.writeHead(status, { "Content-Type": type, ...(isPacked && { "Content-Encoding": "gzip" }), ...headers }).end(isPacked ? gzipSync(text, { level: 1 }) : text);
}

/** A server that answers as docs/api.md says, about a cluster that does not exist. */
export function mockServer(options: MockOptions): Server {
  const cluster = new Cluster(options, Date.now());
  const accounts = new Accounts(Date.now(), options.isFirstRun);

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url!, "http://mock");
    if (!url.pathname.startsWith(options.prefix)) throw new Refusal(404, "Nothing is here", url.pathname);
    const path = url.pathname.slice(options.prefix.length);
    if (!path.startsWith("api/v1/")) return serveFile(options.files, path, response);
    const parts = path.slice("api/v1/".length).split("/");
    const method = request.method ?? "GET";
    const user = /mesoscope_session=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
    if (parts[0] === "session") {
      if (method === "DELETE") return answer(request, response, 204, undefined, "", { "Set-Cookie": `${COOKIE}=; Max-Age=0; Path=/` });
      const { user: name, password } = (await bodyOf(request)) as { user: string; password: string };
      return answer(request, response, 200, accounts.signIn(name, password), "application/json", { "Set-Cookie": `${COOKIE}=${name}; HttpOnly; SameSite=Strict; Path=/` });
    }
    if (!user) throw new Refusal(401, "Not signed in", "");
    const isTold = parts[0] === "me" || !accounts.me(user).mustChangePassword;
    if (!isTold) throw new Refusal(403, "The one-time password is still to be changed", "");
    if (method !== "GET" && request.headers["x-csrf-token"] !== "mock-csrf") throw new Refusal(403, "The header X-CSRF-Token is missing or wrong", "");
    if (parts[0] === "live") return live(cluster, method === "POST" ? await bodyOf(request) : JSON.parse(url.searchParams.get("q") ?? "{}"), request, response);
    const route = routeOf(method, parts);
    if (!route) throw new Refusal(404, "There is no such address", url.pathname);
    return answer(request, response, 200, await route({ user, parts, query: url.searchParams, body: await bodyOf(request), nowMs: Date.now() }, cluster, accounts));
  };

  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const refusal = error instanceof Refusal ? error : new Refusal(500, "The mock is broken", String(error));
      answer(request, response, refusal.status, { title: refusal.title, detail: refusal.detail, ...(refusal.position !== null && { position: refusal.position }) }, "application/problem+json");
    });
  });
}
