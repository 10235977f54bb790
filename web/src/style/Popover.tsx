import { useEffect, useRef, useState, type ReactNode } from "react";
import { Icon } from "./Icon";

interface Props { label: ReactNode; name: string; align?: "left" | "right"; shortcut?: string; children: (close: () => void) => ReactNode }

/** A button that opens a box below it; closes on Escape, on a click elsewhere, and gives the focus back. */
export function Popover({ label, name, align = "left", shortcut, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => { setOpen(false); button.current?.focus(); };
  useEffect(() => {
    if (!isOpen) return;
    const outside = (e: Event) => { if (!box.current?.contains(e.target as Node)) setOpen(false); };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    box.current?.querySelector<HTMLElement>(".popover button, .popover input, .popover select")?.focus();
    return () => { removeEventListener("pointerdown", outside); removeEventListener("focusin", outside); };
  }, [isOpen]);
  return (
    <div ref={box} className="popover-box" onKeyDown={(e) => { if (e.key === "Escape" && isOpen) { e.stopPropagation(); close(); } }}>
      <button ref={button} type="button" className="button" aria-haspopup="dialog" aria-expanded={isOpen} title={name} data-shortcut={shortcut} onClick={() => setOpen(!isOpen)}>
        {label}<Icon name="down" className="icon--small" />
      </button>
      {isOpen && <div className={`menu popover popover--${align}`} role="dialog" aria-label={name}>{children(close)}</div>}
    </div>
  );
}
