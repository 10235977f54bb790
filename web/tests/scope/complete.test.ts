import { expect, test } from "vitest";
import { accept, completions, type Words } from "../../src/scope/complete";

const words: Words = {
  labels: () => Promise.resolve([{ name: "container.image", valueCount: 9 }, { name: "container.name", valueCount: 40 }, { name: "host.hostName", valueCount: 7 }]),
  values: (label, prefix) => Promise.resolve(["redis:7", "my redis"].filter((v) => label === "container.image" && v.includes(prefix))),
};
const texts = async (text: string) => (await completions(text, text.length, words)).map((c) => c.text);

test("completions, of a label's beginning, are labels", async () => expect(await texts("cont")).toEqual(["container.image ", "container.name "]));
test("completions, behind a label, are operators", async () => expect(await texts("container.image does")).toEqual(["does not contain "]));
test("completions, of an operator with a list, open it", async () => expect(await texts("container.image not")).toEqual(["not in ("]));
test("completions, behind an operator, are values in quotes where needed", async () => expect(await texts("container.image is re")).toEqual(["redis:7 ", '"my redis" ']));
test("completions, behind a check, are the next one", async () => expect(await texts("container.image is redis:7 ")).toEqual(["and "]));
test("accept, in the middle of a text, replaces only what was being written", () =>
  expect(accept("cont is x", 4, { text: "container.name ", detail: "", from: 0 })).toEqual({ text: "container.name is x", caret: 15 }));
