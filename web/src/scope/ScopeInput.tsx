import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { Icon } from "../style/Icon";
import { accept, completions, type Completion } from "./complete";
import { errorOf, type ScopeError } from "./grammar";
import { useWords } from "./useWords";

const PAUSE_MS = 250;

interface Props { scope: string; serverError: ScopeError | null; onChange: (scope: string) => void }

/** The filter: applies while typing whenever the text makes sense, completes labels and values, points at what is wrong. */
export function ScopeInput({ scope, serverError, onChange }: Props) {
  const words = useWords();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(scope);
  const [found, setFound] = useState<Completion[]>([]);
  const [chosen, setChosen] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setText(scope), [scope]);
  const error = errorOf(text) ?? (text === scope ? serverError : null);

  useEffect(() => {
    // The beginning of a label's name is not yet a word to look for.
    const mayBeLabel = !/\s/.test(text) && found.some((c) => c.text.startsWith(text));
    if (text === scope || errorOf(text) || (mayBeLabel && text !== "")) return;
    const timer = setTimeout(() => onChange(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, scope, found, onChange]);

  const suggest = async (value: string, caret: number) => {
    const answer = await completions(value, caret, words);
    if (input.current?.value !== value) return;
    setFound(answer);
    setChosen(-1);
    setOpen(answer.length > 0);
  };

  const take = (completion: Completion) => {
    const next = accept(text, input.current?.selectionStart ?? text.length, completion);
    setText(next.text);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.caret, next.caret);
      void suggest(next.text, next.caret);
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && isOpen) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setChosen((c) => (c + step + found.length + (c < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if ((event.key === "Tab" || event.key === "Enter") && isOpen && (chosen >= 0 || event.key === "Tab") && found.length > 0) {
      event.preventDefault();
      take(found[Math.max(0, chosen)]!);
    } else if (event.key === "Enter") {
      setOpen(false);
      if (!error) onChange(text.trim());
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (isOpen) setOpen(false);
      else input.current?.blur();
    }
  };

  return (
    <div className={`scope ${error && !isOpen ? "scope--wrong" : ""}`}>
      <Icon name="filter" />
      <input
        ref={input} className="scope__input" value={text} spellCheck={false} autoComplete="off" data-shortcut="filter"
        placeholder="Filter: redis, or container.image contains redis and host.hostName is node-3"
        role="combobox" aria-label="Filter" aria-expanded={isOpen} aria-controls={list} aria-autocomplete="list" aria-invalid={error !== null}
        aria-activedescendant={isOpen && chosen >= 0 ? `${list}-${chosen}` : undefined}
        onChange={(e) => { setText(e.target.value); void suggest(e.target.value, e.target.selectionStart ?? e.target.value.length); }}
        onFocus={(e) => void suggest(e.target.value, e.target.selectionStart ?? e.target.value.length)}
        onBlur={() => setOpen(false)} onKeyDown={onKeyDown}
      />
      {text ? (
        <button type="button" className="icon-button" aria-label="Clear the filter" onClick={() => { setText(""); onChange(""); }}><Icon name="close" /></button>
      ) : (
        <kbd aria-hidden="true">/</kbd>
      )}
      {isOpen && (
        <ul id={list} role="listbox" className="menu scope__menu" aria-label="Completions">
          {found.map((c, index) => (
            <li key={c.text} id={`${list}-${index}`} role="option" aria-selected={index === chosen} className="menu__item"
              onMouseDown={(e) => { e.preventDefault(); take(c); }}>
              <span>{c.text.trim()}</span><span className="menu__detail">{c.detail}</span>
            </li>
          ))}
        </ul>
      )}
      {error && text && !isOpen && (
        <div className="scope__error" role="alert">
          <code>{text.slice(0, error.position)}<mark>{text.slice(error.position, error.position + 1) || " "}</mark>{text.slice(error.position + 1)}</code>
          <span>At {error.position + 1}: {error.message}</span>
        </div>
      )}
    </div>
  );
}
