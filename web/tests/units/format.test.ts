import { describe, expect, test } from "vitest";
import type { Unit } from "../../src/api/types";
import { format, UNKNOWN } from "../../src/units/format";

describe("format", () => {
  test.each<[number | null, Unit, string]>([
    [null, "bytes", UNKNOWN],
    [NaN, "percent", UNKNOWN],
    [0, "bytes", "0 B"],
    [1023, "bytes", "1023 B"],
    [1024, "bytes", "1.00 KiB"],
    [1536 * 1024, "bytes", "1.50 MiB"],
    [1023.9 * 1024, "bytes", "1.00 MiB"],
    [0, "bytesPerSecond", "0 B/s"],
    [90_000, "bytesPerSecond", "87.9 KiB/s"],
    [0, "percent", "0 %"],
    [0.04, "percent", "0.04 %"],
    [3.14159, "percent", "3.1 %"],
    [132.4, "percent", "132 %"],
    [2600, "perSecond", "2.60 k/s"],
    [11, "perSecond", "11 /s"],
    [999.7, "number", "1.00 k"],
    [7, "number", "7"],
    [1.5, "cores", "1.50"],
    [0, "nanosecondsPerSecond", "0 s/s"],
    [320_000_000, "nanosecondsPerSecond", "320 ms/s"],
    [42, "seconds", "42.0 s"],
    [3725, "seconds", "1 h 2 m"],
    [200_000, "seconds", "2 d 7 h"],
  ])("of %s as %s is %s", (value, unit, text) => expect(format(value, unit)).toBe(text));
});
