// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { PasswordForm } from "../../src/signin/PasswordForm";
import { DirectClient } from "../session";

async function fill(current: string, next: string, again: string) {
  const client = new DirectClient();
  const onDone = vi.fn();
  render(<PasswordForm client={client} currentName="One-time password" action="Set" onDone={onDone} />);
  await userEvent.type(screen.getByLabelText("One-time password"), current);
  await userEvent.type(screen.getByLabelText(/New password/), next);
  await userEvent.type(screen.getByLabelText(/Once more/), again);
  return { client, onDone, button: screen.getByRole<HTMLButtonElement>("button", { name: "Set" }) };
}

test("a short password is not sent", async () => expect((await fill("mesoscope-mock", "short", "short")).button.disabled).toBe(true));
test("two different passwords are not sent", async () => {
  const { button } = await fill("mesoscope-mock", "long-enough-password", "long-enough-passwort");
  expect(button.disabled).toBe(true);
  expect(screen.getByText("The two are different.")).toBeDefined();
});
test("a wrong current password is said in the server's words", async () => {
  const { button, onDone } = await fill("nonsense", "long-enough-password", "long-enough-password");
  await userEvent.click(button);
  expect((await screen.findByRole("alert")).textContent).toContain("another one");
  expect(onDone).not.toHaveBeenCalled();
});
test("a good one is done", async () => {
  const { button, onDone } = await fill("mesoscope-mock", "long-enough-password", "long-enough-password");
  await userEvent.click(button);
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
});
