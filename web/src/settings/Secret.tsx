import { CopyButton } from "../clipboard/CopyButton";

/** A secret that is shown this once. */
export function Secret({ title, value, hint }: { title: string; value: string; hint: string }) {
  return (
    <div className="secret" role="status">
      <strong>{title}</strong>
      <div className="secret__value"><code>{value}</code><CopyButton text={value} what={title} /></div>
      <p className="quiet">{hint}</p>
    </div>
  );
}
