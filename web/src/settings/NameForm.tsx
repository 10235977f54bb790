import { useState, type ReactNode } from "react";

/** One name, and a button that does something with it. */
export function NameForm({ label, action, children, onSubmit }: { label: string; action: string; children?: ReactNode; onSubmit: (name: string) => void }) {
  const [name, setName] = useState("");
  return (
    <form className="form form--line" onSubmit={(e) => { e.preventDefault(); onSubmit(name.trim()); setName(""); }}>
      <label className="field"><span>{label}</span><input required maxLength={100} value={name} onChange={(e) => setName(e.target.value)} /></label>
      {children}
      <button type="submit" className="button button--primary" disabled={name.trim() === ""}>{action}</button>
    </form>
  );
}
