import { expect, test } from "vitest";
import { ago, DAY, HOUR, MINUTE, SECOND, span } from "../../src/units/time";

test.each([
  [SECOND, "1 s"], [90 * SECOND, "1 min 30 s"], [15 * MINUTE, "15 min"], [HOUR, "1 h"], [90 * MINUTE, "1 h 30 min"], [DAY, "24 h"], [7 * DAY, "7 d"],
])("span of %d ms is %s", (ms, text) => expect(span(ms)).toBe(text));

test("ago, of a moment that is not over, is now", () => expect(ago(5000, 5500)).toBe("now"));
test("ago, of two minutes, says so", () => expect(ago(0, 2 * MINUTE)).toBe("2 min ago"));
