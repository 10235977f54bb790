// Drawn on a grid of 16, lines of 1.5: one hand for all of them.
const PATHS = {
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  close: "M4 4l8 8M12 4l-8 8",
  right: "M6 3.5L10.5 8 6 12.5",
  left: "M10 3.5L5.5 8l4.5 4.5",
  down: "M3.5 6L8 10.5 12.5 6",
  up: "M3.5 10L8 5.5l4.5 4.5",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  play: "M5 3.2v9.6L12.5 8z",
  columns: "M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9",
  tree: "M3 3h4M5 3v9.5h3M5 7.5h3M10.5 7.5h3M10.5 12.5h3",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M12.5 3.5l-.8.8M4.3 11.7l-.8.8",
  moon: "M13 9.8A5.6 5.6 0 0 1 6.2 3 5.6 5.6 0 1 0 13 9.8z",
  help: "M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.8v.1M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8",
  copy: "M5.5 5.5h7v7h-7zM3.5 10.5h-.5v-7.5h7.5v.5",
  check: "M3 8.5l3.2 3.2L13 4.8",
  user: "M8 3a2.4 2.4 0 1 0 0 4.8A2.4 2.4 0 0 0 8 3M3 13.2c.6-2.4 2.6-3.6 5-3.6s4.4 1.2 5 3.6",
  alert: "M8 2.2l6.2 11H1.8zM8 6.5v3M8 11.4v.1",
  arrow: "M3 8h9.5M8.8 4.2L12.6 8l-3.8 3.8",
  side: "M2.5 3.5h11v9h-11zM9.5 3.5v9",
  below: "M2.5 3.5h11v9h-11zM2.5 8.8h11",
  unfold: "M4 6l4-3.5L12 6M4 10l4 3.5 4-3.5",
  download: "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13.2h10",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words; never the only thing that says something. */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
