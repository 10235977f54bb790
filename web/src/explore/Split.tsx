import { useRef, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from "react";

const KEY = "mesoscope.split";
/** As the style sheet: a wide screen has tree and panel side by side, and the tree needs the larger part there. */
const WIDE = "(min-width: 1800px)";
const key = (isWide: boolean) => (isWide ? `${KEY}.wide` : KEY);
const clamp = (share: number) => Math.min(0.8, Math.max(0.2, share));
const stored = (isWide: boolean) => clamp(Number(localStorage.getItem(key(isWide))) || (isWide ? 0.56 : 0.46));

function subscribe(changed: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Tree above, panel below (or beside, on a wide screen), with a line between them that can be moved. */
export function Split({ first, second }: { first: ReactNode; second: ReactNode | null }) {
  const box = useRef<HTMLDivElement>(null);
  const isWide = useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
  const [shares, setShares] = useState(() => ({ wide: stored(true), narrow: stored(false) }));
  const share = isWide ? shares.wide : shares.narrow;
  const [isDragging, setDragging] = useState(false);
  const set = (value: number) => {
    const next = clamp(value);
    setShares({ ...shares, [isWide ? "wide" : "narrow"]: next });
    localStorage.setItem(key(isWide), String(next));
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const step = { ArrowUp: -0.04, ArrowLeft: -0.04, ArrowDown: 0.04, ArrowRight: 0.04 }[e.key];
    if (step === undefined) return;
    e.preventDefault();
    set(share + step);
  };
  return (
    <div ref={box} className={`split ${second ? "split--two" : ""}`}>
      <div className="split__first" style={second ? { flexBasis: `${share * 100}%` } : {}}>{first}</div>
      {second && (
        <>
          <div className={`split__line ${isDragging ? "split__line--dragging" : ""}`} role="separator" tabIndex={0} aria-label="Size of the tree" aria-valuenow={Math.round(share * 100)} aria-valuemin={20} aria-valuemax={80}
            onKeyDown={onKeyDown} onPointerDown={(e) => { e.currentTarget.setPointerCapture(e.pointerId); setDragging(true); }} onPointerUp={() => setDragging(false)}
            onPointerMove={(e) => {
              if (!isDragging) return;
              const r = box.current!.getBoundingClientRect();
              set(isWide ? (e.clientX - r.left) / r.width : (e.clientY - r.top) / r.height);
            }} />
          <div className="split__second">{second}</div>
        </>
      )}
    </div>
  );
}
