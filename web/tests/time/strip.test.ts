import { expect, test } from "vitest";
import { ticksOf } from "../../src/time/strip";
import { DAY, HOUR } from "../../src/units/time";

test.each([HOUR, 8 * HOUR, 3 * DAY, 100 * DAY, 900 * DAY, 10_000 * DAY])("a strip of %d ms has a few ticks, with room for their texts", (spanMs) => {
  const toMs = 1_795_595_600_000;
  const ticks = ticksOf(toMs - spanMs, toMs).map((t) => t.ms);
  expect(ticks.length).toBeGreaterThan(0);
  expect(ticks.length).toBeLessThanOrEqual(9);
  expect(Math.max(...ticks)).toBeLessThan(toMs - spanMs * 0.04);
});
