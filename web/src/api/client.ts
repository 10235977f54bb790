import { asProblem, Problem, problemOf } from "./problem";

/** Everything that speaks HTTP to the server: the page itself and the worker that loads trees have one each. */
export class Client {
  /** Proof that a change comes from the page; `GET api/v1/me` gives it. */
  csrfToken = "";

  /** @param root Address that the page was loaded from, with a slash at its end: the API lies below it. */
  constructor(readonly root: string, readonly onSignedOut: () => void = () => {}) {}

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.#send<T>("GET", path, undefined, signal);
  }

  post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    return this.#send<T>("POST", path, body, signal);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#send<T>("PUT", path, body);
  }

  delete(path: string): Promise<void> {
    return this.#send<void>("DELETE", path);
  }

  async #send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (method !== "GET") headers["X-CSRF-Token"] = this.csrfToken;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    let response: Response;
    try {
      response = await fetch(this.root + path, {
        method, headers, credentials: "same-origin", ...(body !== undefined && { body: JSON.stringify(body) }), ...(signal && { signal }),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw asProblem(error);
    }
    if (!response.ok) {
      const problem = await problemOf(response);
      if (problem.status === 401 && path !== "api/v1/session") this.onSignedOut();
      throw problem;
    }
    const text = await response.text();
    if (text === "") return undefined as T;
    try {
      return JSON.parse(text) as T;
    } catch {
      throw new Problem(response.status, "The server's answer is not JSON", `${path} answered ${text.slice(0, 60)}`);
    }
  }
}
