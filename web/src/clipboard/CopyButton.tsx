import { useState } from "react";
import { Icon } from "../style/Icon";
import { copy } from "./copy";

/** Copies a text and says so. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  return (
    <>
      <button type="button" className="icon-button" aria-label={`Copy ${what}`} title={`Copy ${what}`} onClick={() => void copy(text).then((done) => setCopied(done ? text : null))}>
        <Icon name={isCopied ? "check" : "copy"} />
      </button>
      <span className="visually-hidden" role="status">{isCopied ? "Copied" : ""}</span>
    </>
  );
}
