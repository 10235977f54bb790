// @vitest-environment jsdom
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { ScopeInput } from "../../src/scope/ScopeInput";
import { DirectClient, InSession } from "../session";

function show(onChange = vi.fn()) {
  render(<InSession client={new DirectClient()}><ScopeInput scope="" serverError={null} onChange={onChange} /></InSession>);
  return { onChange, input: screen.getByRole("combobox") };
}

test("typing a word filters while typing", async () => {
  const { onChange, input } = show();
  await userEvent.type(input, "redis");
  await waitFor(() => expect(onChange).toHaveBeenCalledWith("redis"));
});

test("a label's beginning is completed and not yet looked for", async () => {
  const { onChange, input } = show();
  await userEvent.type(input, "container.im");
  await screen.findByRole("option", { name: /container\.image/ });
  await userEvent.keyboard("{Tab}");
  expect((input as HTMLInputElement).value).toBe("container.image ");
  expect(onChange).not.toHaveBeenCalled();
});

test("values of the label come from the server", async () => {
  const { input } = show();
  await userEvent.type(input, "container.image is redis");
  expect(await screen.findByRole("option", { name: /redis:7/ })).toBeDefined();
});

test("what makes no sense is pointed at and not sent", async () => {
  const { onChange, input } = show();
  await userEvent.type(input, "container.image is redis nginx");
  expect((await screen.findByRole("alert")).textContent).toContain("At 26");
  await userEvent.keyboard("{Enter}");
  expect(onChange).not.toHaveBeenCalledWith(expect.stringContaining("nginx"));
});
