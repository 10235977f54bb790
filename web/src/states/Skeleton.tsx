/** Stands where something loads; the style sheet shows it only after 150 ms, so that quick answers do not flicker. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div className="skeleton" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, i) => <i key={i} className={`skeleton__line skeleton__line--${i % 4}`} />)}
    </div>
  );
}
