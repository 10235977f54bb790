import { expect, test } from "vitest";
import { errorOf, placeAt } from "../../src/scope/grammar";
import { quote, tokens } from "../../src/scope/lexer";

test.each([
  "", "redis", '"my app"', "a is b", 'a is not "b c"', "a in (x, y)", "a not in (x)", "a contains b and c starts with /d", "a does not contain b", "a is n/a",
  'marathon.group.name starts with "/shop" and container.image is not redis and mesos.task.state in (TASK_RUNNING, TASK_STARTING)',
])("errorOf %s is none", (text) => expect(errorOf(text)).toBeNull());

test.each([
  ["a b", 2, "one of is"], ["a is", 4, "a value"], ["a is b c", 7, "'and'"], ["a is b and", 10, "the name of a label"], ["a in x", 5, "'('"], ["a in (x", 7, "','"], ['a is "b', 5, "quotes"], ["(a", 0, "the name of a label"], ["a is b and (", 11, "the name"],
])("errorOf %s is at %d", (text, position, message) => expect(errorOf(text)).toMatchObject({ position, message: expect.stringContaining(message) as string }));

test.each([
  ["", "label", ""], ["conta", "label", "conta"], ["a ", "operator", ""], ["a is no", "value", "no"], ["a does not con", "operator", "does not con"], ["a is ", "value", ""], ['a is "b c', "value", "b c"], ["a in (x, y", "value", "y"], ["a in (x ", "comma", ""], ["a is b ", "and", ""], ["a is b and c", "label", "c"],
])("placeAt the end of '%s' expects %s after '%s'", (text, expected, prefix) => expect(placeAt(text, text.length)).toMatchObject({ expected, prefix }));

test("quote, what a scope would read as something else, puts it in quotes", () => {
  for (const value of ["a b", "and", 'say "x"', "a\\b", "(x)", "plain", "/shop/web"]) expect(tokens(quote(value)).map((t) => t.value)).toEqual([value]);
});

test("errorOf, at every end of a text, never throws", () => {
  const text = 'a is not "b\\"c" and d in (e, "f") and g does not contain h';
  for (let end = 0; end <= text.length; end++) expect(() => [errorOf(text.slice(0, end)), placeAt(text, end)]).not.toThrow();
});
