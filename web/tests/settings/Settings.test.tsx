// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Router } from "wouter";
import { expect, test } from "vitest";
import { useHashPath } from "../../src/address/usePlace";
import type { Me } from "../../src/api/accounts";
import { Settings } from "../../src/settings/Settings";
import { DirectClient, InSession, NOW } from "../session";

function show(part: string, me?: Me) {
  const client = new DirectClient();
  render(<InSession client={client} {...(me && { me })}><Router hook={useHashPath}><Settings part={part} /></Router></InSession>);
  return client;
}

test("a new access key is shown this once, with the command that uses it", async () => {
  show("access-keys");
  await userEvent.type(await screen.findByLabelText(/Name of the new key/), "rack 2");
  await userEvent.click(screen.getByRole("button", { name: "Make" }));
  expect((await screen.findByText(/mesoscope agent --server .* --access-key ms_/)).textContent).toContain("--access-key ms_t1_");
});

test("revoking asks once more", async () => {
  const client = show("access-keys");
  await userEvent.click(await screen.findByRole("button", { name: "Revoke" }));
  expect(client.asked.filter((a) => a.method === "DELETE")).toEqual([]);
  await userEvent.click(within(screen.getByRole("group")).getByRole("button", { name: "Revoke" }));
  expect(client.asked.filter((a) => a.method === "DELETE").map((a) => a.path)).toEqual(["api/v1/access-keys/k0"]);
});

test("a viewer sees nothing that is for admins", () => {
  const client = show("users", { user: "vera", role: "viewer", mustChangePassword: false, csrfToken: "", version: "0", nowMs: NOW });
  expect(screen.queryByRole("link", { name: "Users" })).toBeNull();
  expect(client.asked).toEqual([]);
});
