// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Health, Tree } from "../../src/api/types";
import { TroubleShelf } from "../../src/trouble/TroubleShelf";
import { headline } from "../../src/trouble/words";
import { DirectClient, NOW } from "../session";

const rootHealth = async (): Promise<Health> => (await new DirectClient().post<Tree>("api/v1/tree", { groupBy: ["marathon.app.name", "container.name"], columns: [] })).nodes[0]!.health;

test("the worst comes first, with its culprit as a link", async () => {
  const onCulprit = vi.fn();
  render(<TroubleShelf health={await rootHealth()} nowMs={NOW} onNode={vi.fn()} onCulprit={onCulprit} isShort={false} />);
  expect(document.querySelector(".mark")!.textContent).toContain("EADDRINUSE, held by redis-server (task redis.legacy)");
  fireEvent.click(screen.getByRole("button", { name: "redis-server (task redis.legacy)" }));
  expect(onCulprit).toHaveBeenCalledWith(expect.objectContaining({ scope: expect.stringContaining("container.name is") as string }));
});

test("more than a few are asked for", async () => {
  const health = await rootHealth();
  render(<TroubleShelf health={health} nowMs={NOW} onNode={vi.fn()} onCulprit={vi.fn()} isShort={false} />);
  expect(document.querySelectorAll(".mark").length).toBe(3);
  fireEvent.click(screen.getByRole("button", { name: `${health.marks.length - 3} more` }));
  expect(document.querySelectorAll(".mark").length).toBe(health.marks.length);
});

test("without trouble there is no shelf", () => {
  render(<TroubleShelf health={{ level: "ok", restarts: 0, marks: [] }} nowMs={NOW} onNode={vi.fn()} onCulprit={vi.fn()} isShort={false} />);
  expect(document.querySelector(".shelf")).toBeNull();
});

test("a headline names the worst and counts the rest", async () => expect(headline(await rootHealth())).toBe("port taken ×25, +4"));
