import { Icon } from "./Icon";

interface Props { items: readonly string[]; nameOf: (item: string) => string; onChange: (items: readonly string[]) => void }

/** Things in an order that can be changed, by mouse and by keyboard alike. */
export function OrderedList({ items, nameOf, onChange }: Props) {
  const move = (index: number, by: number) => {
    const next = [...items];
    const [item] = next.splice(index, 1);
    next.splice(index + by, 0, item!);
    onChange(next);
  };
  return (
    <ol className="ordered">
      {items.map((item, index) => (
        <li key={item}>
          <span title={item}>{nameOf(item)}</span>
          <button type="button" className="icon-button" aria-label={`${nameOf(item)}: up`} disabled={index === 0} onClick={() => move(index, -1)}><Icon name="up" /></button>
          <button type="button" className="icon-button" aria-label={`${nameOf(item)}: down`} disabled={index === items.length - 1} onClick={() => move(index, 1)}><Icon name="down" /></button>
          <button type="button" className="icon-button" aria-label={`${nameOf(item)}: remove`} onClick={() => onChange(items.filter((i) => i !== item))}><Icon name="close" /></button>
        </li>
      ))}
    </ol>
  );
}
