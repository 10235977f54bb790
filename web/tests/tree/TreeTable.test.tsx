// @vitest-environment jsdom
import { fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Tree } from "../../src/api/types";
import { DEFAULT_STATE, type ExploreState } from "../../src/address/explore";
import { EXPANSION_NONE } from "../../src/address/expansion";
import { TreeDecoder } from "../../src/tree/decoder";
import { TreeStore } from "../../src/tree/store";
import { TreeTable } from "../../src/tree/TreeTable";
import { treeRequest } from "../../src/explore/request";
import { isCritical } from "../../src/trouble/words";
import { format } from "../../src/units/format";
import { DirectClient, InSession } from "../session";

// Without a layout every element has no size, and a virtual table no rows.
beforeEach(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(900);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1280);
});

async function show(part: Partial<Parameters<typeof TreeTable>[0]> = {}, question: Partial<ExploreState> = {}) {
  const client = new DirectClient();
  const state = { ...DEFAULT_STATE, expansion: part.expansion ?? EXPANSION_NONE, ...question };
  const request = treeRequest(state);
  const tree = await client.post<Tree>("api/v1/tree", request);
  const store = new TreeStore();
  store.apply(new TreeDecoder().decode(tree));
  const on = { onExpansion: vi.fn(), onSort: vi.fn(), onSelect: vi.fn() };
  render(
    <InSession client={client}>
      <TreeTable store={store} request={request} metrics={state.columns} catalogue={new Map()} expansion={state.expansion} sort={state.sort} selected={null} {...on} {...part} />
    </InSession>,
  );
  return { ...on, tree, store };
}

const rowOf = (name: string) => screen.getAllByRole("row").find((r) => within(r).queryByText(name))!;

test("a framework's row shows the server's sum with its unit", async () => {
  const { tree } = await show();
  const node = tree.nodes.find((n) => n.label === "spark-nightly")!;
  const cells = within(rowOf("spark-nightly")).getAllByRole("gridcell").map((c) => c.textContent);
  expect(cells.slice(4)).toEqual(tree.columns.map((c, i) => format(node.values[i], c.unit)));
  expect(cells[2]).toBe(String(node.containerCount));
});

test("a folded framework shows the trouble below it", async () => {
  await show();
  expect(rowOf("marathon").className).toContain("row--critical");
  expect(within(rowOf("marathon")).getByText(/port taken/)).toBeDefined();
  expect(rowOf("chronos").className).toContain("row--ok");
});

const BY_RACK = ["agent.tag.rack", "host.hostName", "container.name"];

test.each<[string, string, Partial<ExploreState>]>([
  ["port taken", "marathon", { scope: "marathon.app.name is /shop/cache" }],
  ["OOM-killed", "marathon", { scope: "marathon.app.name is /shop/reports" }],
  ["restarting", "marathon", { scope: "marathon.app.name is /platform/edge/geo" }],
  ["unhealthy", "marathon", { scope: "marathon.app.name is /platform/session" }],
  ["throttled", "marathon", { scope: "marathon.app.name is /shop/pricing" }],
  ["agent silent", "r0", { groupBy: BY_RACK, scope: "host.hostName is node-7" }],
])("'%s' far below shows on the folded %s", async (words, name, question) => {
  const { store } = await show({}, question);
  const pill = within(rowOf(name)).getByText(new RegExp(words));
  expect(rowOf(name).getAttribute("aria-expanded")).toBe("false");
  // A mark in full has the colour that its row has.
  const mark = store.order[0]!.health.marks[0]!;
  expect(pill.className.includes("critical")).toBe(isCritical(mark));
});

test("marks of several kinds are counted behind the worst and named in full", async () => {
  await show();
  const pill = within(rowOf("marathon")).getByText(/port taken/);
  expect(pill.textContent).toContain("+4");
  for (const words of ["EADDRINUSE", "512 MiB", "status 78", "/health answers 503", "CPU limit"]) expect(pill.title).toContain(words);
});

test("what has no group is n/a", async () => {
  await show({ expansion: { all: false, except: ["chronos"] } });
  expect(within(rowOf("n/a")).getByText("group")).toBeDefined();
});

test("an app that is dead at the moment stays, marked", async () => {
  // The mock's cache lives for 2 of 24 seconds.
  await show({ expansion: { all: false, except: ["marathon", "marathon|shop"] } });
  expect(within(rowOf("cache")).getByText(/port taken/)).toBeDefined();
});

test("right on a row unfolds it, Enter chooses it", async () => {
  const { onExpansion, onSelect } = await show();
  const tree = screen.getByRole("treegrid");
  tree.focus();
  fireEvent.keyDown(tree, { key: "ArrowDown" });
  fireEvent.keyDown(tree, { key: "ArrowRight" });
  expect(onExpansion).toHaveBeenCalledWith({ all: false, except: ["chronos"] });
  fireEvent.keyDown(tree, { key: "Enter" });
  expect(onSelect).toHaveBeenCalledWith("chronos");
});

test("a heading sorts numbers from the largest, then turns around", async () => {
  const { onSort } = await show({ sort: { column: "label", descending: false } });
  fireEvent.click(screen.getByRole("button", { name: "CPU" }));
  expect(onSort).toHaveBeenCalledWith({ column: "cpu.cores.used.percent", descending: true });
});
