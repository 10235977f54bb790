import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SOURCES = ["src", "mock"];
const filesOf = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((f) => join(folder, f)).filter((f) => /\.tsx?$/.test(f));
const all = SOURCES.flatMap(filesOf);
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

// From each folder to those that its files import.
function imports(): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of all) {
    const own = dirname(file);
    const found = graph.get(own) ?? new Set<string>();
    for (const [, path] of read(file).matchAll(/from "(\.[^"]+)"/g)) {
      const other = dirname(relative(ROOT, join(ROOT, own, path!)));
      if (other !== own) found.add(other);
    }
    graph.set(own, found);
  }
  return graph;
}

test("imports between folders make no circle", () => {
  const graph = imports();
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(graph.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && (seen.add(next), reaches(next, to, seen))));
  expect([...graph.keys()].filter((folder) => reaches(folder, folder))).toEqual([]);
});

test("the page imports nothing of the mock", () => expect(all.filter((f) => f.startsWith("src/") && read(f).includes("/mock/"))).toEqual([]));

test("files are short: half of them below 80 lines, none above 300", () => {
  const lengths = all.map((f) => read(f).split("\n").length).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  expect(lengths.at(-1)).toBeLessThanOrEqual(300);
});

test("no file writes style or script into markup: the content security policy would forbid it", () =>
  expect(all.filter((f) => /dangerouslySetInnerHTML|setAttribute\("style"|\beval\(|new Function\(/.test(read(f)))).toEqual([]));
