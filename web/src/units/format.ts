import type { Unit } from "../api/types";

/** What stands where a number is not known: never a 0. */
export const UNKNOWN = "–";

const BINARY = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
const DECIMAL = ["", "k", "M", "G", "T"];

// Three digits are what an eye compares in a column.
function threeDigits(value: number): string {
  const size = Math.abs(value);
  if (size >= 100 || value === 0) return value.toFixed(0);
  if (size >= 10) return value.toFixed(1);
  return size >= 0.01 ? value.toFixed(2) : "0";
}

function scaled(value: number, base: number, steps: string[]): { digits: string; step: string } {
  let index = 0;
  let rest = value;
  // 999.5 would be shown as 1000 of the smaller step.
  while (Math.abs(rest) >= base - 0.5 && index < steps.length - 1) {
    rest /= base;
    index++;
  }
  return { digits: index === 0 && Number.isInteger(rest) ? String(rest) : threeDigits(rest), step: steps[index] ?? "" };
}

function duration(seconds: number): string {
  if (seconds < 1e-6) return `${threeDigits(seconds * 1e9)} ns`;
  if (seconds < 1e-3) return `${threeDigits(seconds * 1e6)} µs`;
  if (seconds < 1) return `${threeDigits(seconds * 1e3)} ms`;
  if (seconds < 60) return `${threeDigits(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} m ${Math.floor(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} m` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

const joined = ({ digits, step }: { digits: string; step: string }, tail = "") => `${digits}${step || tail ? " " : ""}${step}${tail}`;

const FORMATS: Record<Unit, (value: number) => string> = {
  number: (v) => joined(scaled(v, 1000, DECIMAL)),
  percent: (v) => `${Math.abs(v) >= 10 ? v.toFixed(Math.abs(v) >= 100 ? 0 : 1) : v === 0 ? "0" : v.toFixed(Math.abs(v) < 0.1 ? 2 : 1)} %`,
  bytes: (v) => joined(scaled(v, 1024, BINARY)),
  bytesPerSecond: (v) => joined(scaled(v, 1024, BINARY), "/s"),
  perSecond: (v) => joined(scaled(v, 1000, DECIMAL), "/s"),
  // So much time passes in each second: 1 s/s is one thread that does nothing else.
  nanosecondsPerSecond: (v) => (v === 0 ? "0 s/s" : `${duration(v / 1e9)}/s`),
  seconds: (v) => (v === 0 ? "0 s" : duration(v)),
  cores: (v) => threeDigits(v),
};

/** A value with its unit, such as `1.25 MiB/s`; {@link UNKNOWN} for what is not known. */
export function format(value: number | null | undefined, unit: Unit): string {
  return value === null || value === undefined || Number.isNaN(value) ? UNKNOWN : FORMATS[unit](value);
}

/** Steps of an axis that make round labels in the unit: powers of two for bytes. */
export const isBinary = (unit: Unit) => unit === "bytes" || unit === "bytesPerSecond";

/** `1 container`, `3 containers`. */
export const plural = (count: number, word: string) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
