import { useEffect, useRef } from "react";

/** Keys of the page, by what `KeyboardEvent.key` says. */
export type Shortcuts = Record<string, () => void>;

const isWriting = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));

/** Listens to keys of the whole page, but not while somebody writes. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || event.defaultPrevented) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Puts the focus on the part of the page with that name. */
export const focusOn = (name: string) => document.querySelector<HTMLElement>(`[data-shortcut="${name}"]`)?.focus();
