import { useRef, type KeyboardEvent } from "react";

interface Props { tabs: readonly { id: string; name: string }[]; chosen: string; onChoose: (id: string) => void }

/** Tabs with the keys that tabs have: arrows go from one to the next. */
export function Tabs({ tabs, chosen, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.findIndex((t) => t.id === chosen) + step + tabs.length) % tabs.length]!;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div ref={list} className="tabs" role="tablist" onKeyDown={onKeyDown}>
      {tabs.map(({ id, name }) => (
        <button key={id} id={`tab-${id}`} type="button" role="tab" aria-selected={id === chosen} aria-controls={`panel-${id}`} tabIndex={id === chosen ? 0 : -1} className="tab" onClick={() => onChoose(id)}>{name}</button>
      ))}
    </div>
  );
}
