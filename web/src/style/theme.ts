import { useSyncExternalStore } from "react";

export type Theme = "dark" | "light";

const KEY = "mesoscope.theme";
const listeners = new Set<() => void>();
const system = () => matchMedia("(prefers-color-scheme: light)");

function chosen(): Theme | null {
  const value = localStorage.getItem(KEY);
  return value === "dark" || value === "light" ? value : null;
}

export const theme = (): Theme => chosen() ?? (system().matches ? "light" : "dark");

function apply(): void {
  document.documentElement.dataset["theme"] = theme();
  for (const listener of listeners) listener();
}

/** Sets the theme of the machine or of an earlier choice, and follows the machine's. */
export function beginTheme(): void {
  system().addEventListener("change", apply);
  apply();
}

export function setTheme(value: Theme): void {
  localStorage.setItem(KEY, value);
  apply();
}

/** The theme; renders again when it changes. */
export const useTheme = () => useSyncExternalStore((l) => { listeners.add(l); return () => void listeners.delete(l); }, theme);
