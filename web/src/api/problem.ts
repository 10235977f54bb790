/** An answer that is no answer: what the server said (RFC 9457), or that there was none. `status` is 0 without a connection. */
export class Problem extends Error {
  override name = "Problem";

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** 0-based place in a text that was sent, such as a scope. */
    readonly position: number | null = null,
  ) {
    super(detail ? `${title}: ${detail}` : title);
  }
}

/** Reads the problem out of an answer that is not ok. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => "");
  try {
    const body = JSON.parse(text) as { title?: string; detail?: string; position?: number };
    return new Problem(response.status, body.title ?? response.statusText, body.detail ?? "", body.position ?? null);
  } catch {
    return new Problem(response.status, `The server answered ${response.status}`, response.statusText);
  }
}

/** Any thrown thing as a problem. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, "The server cannot be reached", error instanceof Error ? error.message : String(error));
}
