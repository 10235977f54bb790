import { expect, test } from "vitest";
import { traceCommand, traceFilter, traceHost } from "../../src/panel/trace";
import { node } from "../tree/node";

test("traceFilter, of everything, is empty", () => expect(traceFilter("")).toBe(""));
test("traceFilter, of nested groups, is that of the innermost", () =>
  expect(traceFilter("mesos.framework.name is marathon and marathon.group.name starts with /shop and marathon.group.name starts with /shop/eu"))
    .toBe("mesos.framework.name=marathon and marathon.group.name startswith /shop/eu"));
test("traceFilter, of an app, needs no group", () =>
  expect(traceFilter('mesos.framework.name is marathon and marathon.group.name starts with "/shop" and marathon.app.name is /shop/cache')).toBe("mesos.framework.name=marathon and marathon.app.id=/shop/cache"));
test("traceFilter, of what has no app, says that", () => expect(traceFilter("marathon.app.name is n/a")).toBe("not marathon.app.id exists"));
test("traceFilter, of a container without names, is its name", () => expect(traceFilter("mesos.framework.name is n/a and marathon.app.name is n/a and container.name is 0515ed75")).toBe("container.name=0515ed75"));
test("traceFilter, of lists and denials, has the command's words", () =>
  expect(traceFilter('container.image in (redis, "my app") and proc.name is not sh and host.hostName is node-3 and mesos.task.name does not contain x'))
    .toBe('container.image in (redis, "my app") and proc.name!=sh and not mesos.task.name contains x'));
test("traceCommand, with quotes in a name, is safe in a shell", () => expect(traceCommand('container.name is "it\'s \\"x\\""')).toBe(`mesoscope trace -pm 'container.name="it'\\''s \\"x\\""'`));
test("traceHost, of a path by host, names it", () => expect(traceHost([node("all", null, 0), node("node-3", "all", 1, { groupBy: "host.hostName" })])).toBe("node-3"));
