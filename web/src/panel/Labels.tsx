/** All labels of something, by name. */
export function Labels({ labels }: { labels: Record<string, string> }) {
  return (
    <dl className="facts facts--wide">
      {Object.entries(labels).sort(([a], [b]) => a.localeCompare(b)).map(([name, value]) => (
        <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  );
}
