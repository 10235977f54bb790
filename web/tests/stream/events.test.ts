import { expect, test } from "vitest";
import { backoffMs } from "../../src/stream/backoff";
import { EventParser, type ServerEvent } from "../../src/stream/events";

const text = 'event: tree\ndata: {"a":\ndata: 1}\n\n: a comment\nevent: ping\r\ndata: {}\r\n\r\ndata: x\n\n';
const whole: ServerEvent[] = [{ event: "tree", data: '{"a":\n1}' }, { event: "ping", data: "{}" }, { event: "message", data: "x" }];

test("EventParser, whole text, finds every event", () => {
  const found: ServerEvent[] = [];
  new EventParser().push(text, (e) => found.push(e));
  expect(found).toEqual(whole);
});

test("EventParser, text cut at any place, finds the same", () => {
  for (let cut = 0; cut <= text.length; cut++) {
    // Half of a line's end may be taken for a whole one: an event more would show.
    const found: ServerEvent[] = [];
    const parser = new EventParser();
    parser.push(text.slice(0, cut), (e) => found.push(e));
    parser.push(text.slice(cut), (e) => found.push(e));
    expect(found, `cut at ${cut}`).toEqual(whole);
  }
});

test("backoffMs, failure after failure, grows to half a minute", () => {
  const waits = [1, 2, 3, 4, 5, 6, 20].map((n) => backoffMs(n, () => 0.5));
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});
