/** One server-sent event. */
export interface ServerEvent { event: string; data: string }

/** Cuts text that comes in pieces into server-sent events; as the HTML standard says, but ids and retry times are ignored. */
export class EventParser {
  #rest = "";
  #event = "";
  #data: string[] = [];

  push(text: string, take: (event: ServerEvent) => void): void {
    const all = this.#rest + text;
    // A \r at the end may be half of \r\n: it waits for what comes.
    const end = all.endsWith("\r") ? all.length - 1 : all.length;
    const lines = all.slice(0, end).split(/\r\n|\n|\r/);
    this.#rest = (lines.pop() ?? "") + all.slice(end);
    for (const line of lines) this.#line(line, take);
  }

  #line(line: string, take: (event: ServerEvent) => void): void {
    if (line === "") {
      if (this.#data.length > 0) take({ event: this.#event || "message", data: this.#data.join("\n") });
      this.#event = "";
      this.#data = [];
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#event = value;
    else if (field === "data") this.#data.push(value);
  }
}

/** Reads an answer's body as server-sent events until it ends or breaks. */
export async function readEvents(body: ReadableStream<Uint8Array>, take: (event: ServerEvent) => void): Promise<void> {
  const parser = new EventParser();
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.push(decoder.decode(value, { stream: true }), take);
  }
}
