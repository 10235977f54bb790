import { expect, test } from "vitest";
import type { Tree } from "../../src/api/types";
import { DirectClient } from "../session";

// The page shows what the server sums; the mock that it is developed on must be right, too.
test("a node's containers and sums are those of its children, at every level", async () => {
  const groupBy = ["mesos.framework.name", "marathon.group.name", "marathon.app.name", "mesos.task.name", "container.name"];
  const tree = await new DirectClient().post<Tree>("api/v1/tree", { groupBy, columns: [{ metric: "cpu.cores.used" }], expandAll: true });
  for (const parent of tree.nodes) {
    const children = tree.nodes.filter((n) => n.parent === parent.id);
    if (children.length === 0) continue;
    expect(children.reduce((sum, n) => sum + n.containerCount, 0), parent.id).toBe(parent.containerCount);
    expect(children.reduce((sum, n) => sum + (n.values[0] ?? 0), 0), parent.id).toBeCloseTo(parent.values[0] ?? 0, 6);
    expect(children.reduce((sum, n) => sum + n.health.restarts, 0), parent.id).toBe(parent.health.restarts);
  }
});
