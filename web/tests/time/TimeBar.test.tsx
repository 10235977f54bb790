// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { TimeBar } from "../../src/time/TimeBar";
import { clock, MINUTE } from "../../src/units/time";
import { NOW } from "../session";

function show(atMs: number | null, onChange = vi.fn(), isLost = false) {
  render(<TimeBar isLost={isLost} atMs={atMs} spanMs={15 * MINUTE} nowMs={NOW} happenings={[]} knownFromMs={null} onChange={onChange} />);
  return onChange;
}

test("live, it says so and shows now", () => {
  show(null);
  expect(screen.getByText("Live")).toBeDefined();
  expect(screen.getByText(clock(NOW))).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Forward/ }).disabled).toBe(true);
});

test("without a connection, it does not claim to be live", () => {
  show(null, vi.fn(), true);
  expect(screen.queryByText("Live")).toBeNull();
  expect(screen.getByText("Lost")).toBeDefined();
});

test("paused, it shows the moment and how long ago that is", () => {
  show(NOW - 2 * MINUTE);
  expect(screen.getByText("Paused")).toBeDefined();
  expect(screen.getByText(clock(NOW - 2 * MINUTE))).toBeDefined();
  expect(screen.getByText("2 min ago")).toBeDefined();
});

test.each<[RegExp, number | null, object]>([
  [/^Pause/, null, { atMs: NOW }],
  [/^Go on live/, NOW - MINUTE, { atMs: null }],
  [/^Back/, null, { atMs: NOW - MINUTE }],
  [/^Forward/, NOW - 5 * MINUTE, { atMs: NOW - 4 * MINUTE }],
  [/2 min/, NOW - MINUTE, { atMs: NOW - 3 * MINUTE }],
  [/^Now/, NOW - MINUTE, { atMs: null }],
  [/^1 h/, null, { spanMs: 60 * MINUTE }],
])("button %s at %s changes to %o", (name, atMs, change) => {
  const onChange = show(atMs);
  fireEvent.click(screen.getByRole("button", { name }));
  expect(onChange).toHaveBeenCalledWith(change);
});
