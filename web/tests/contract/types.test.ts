import { expect, test } from "vitest";
import { believed, documented, plain } from "./document";

const own = believed();

test.each([...documented().keys()])("%s of the page is that of docs/api.md", (name) => {
  const declaration = own.get(name);
  expect(declaration, `${name} is missing in src/api/types.ts`).toBeDefined();
  expect(plain(declaration!)).toBe(plain(documented().get(name)!));
});
