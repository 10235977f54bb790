import { expect, test } from "vitest";
import { traceCommand, traceFilter, traceHost } from "../../src/panel/trace";
import type { Row } from "../../src/tree/row";
import { node } from "../tree/node";

const row = (groupBy: string | null, label: string, path: string | null = null): Row => node(label, null, 1, { groupBy, label, path });
const root = row(null, "all");
const framework = row("mesos.framework.name", "marathon");

test("traceFilter, of everything, is empty", () => expect(traceFilter([root])).toBe(""));
test("traceFilter, of a group, chooses it and those below it", () =>
  expect(traceFilter([root, framework, row("marathon.group.name", "shop", "/shop"), row("marathon.group.name", "eu", "/shop/eu")]))
    .toBe("mesos.framework.name=marathon and (marathon.group.name=/shop/eu or marathon.group.name startswith /shop/eu/)"));
test("traceFilter, of an app, needs no group", () =>
  expect(traceFilter([root, framework, row("marathon.group.name", "shop", "/shop"), row("marathon.app.name", "cache", "/shop/cache")])).toBe("mesos.framework.name=marathon and marathon.app.id=/shop/cache"));
test("traceFilter, of what has no group, says that", () => expect(traceFilter([root, row("marathon.app.name", "n/a")])).toBe("not marathon.app.id exists"));
test("traceCommand, with quotes in a name, is safe in a shell", () => expect(traceCommand([row("container.name", `it's "x"`)])).toBe(`mesoscope trace -pm 'container.name="it'\\''s \\"x\\""'`));
test("traceHost, of a path by host, names it", () => expect(traceHost([root, row("host.hostName", "node-3")])).toBe("node-3"));
