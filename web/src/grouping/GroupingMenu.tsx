import { useState } from "react";
import type { Grouping } from "../api/accounts";
import { useSession } from "../api/context";
import { useAnswer } from "../api/useAnswer";
import { Icon } from "../style/Icon";
import { Popover } from "../style/Popover";
import { GroupingEditor } from "./GroupingEditor";
import { groupingText } from "./names";

interface Props { groupBy: readonly string[]; onChange: (groupBy: string[]) => void }

/** Chooses how the tree is grouped: ready-made, saved, or made here from any labels. */
export function GroupingMenu({ groupBy, onChange }: Props) {
  const { client } = useSession();
  const [isEditing, setEditing] = useState(false);
  const { data, reload } = useAnswer("groupings", (signal) => client.get<Grouping[]>("api/v1/groupings", signal));
  const current = data?.find((g) => g.groupBy.join() === groupBy.join());
  const remove = (id: string) => void client.delete(`api/v1/groupings/${encodeURIComponent(id)}`).then(reload, reload);
  return (
    <Popover shortcut="grouping" label={<><Icon name="tree" /><b>{current?.name ?? "Own"}</b><span className="grouping__text">{groupingText(groupBy)}</span></>} name="Grouping">
      {(close) => isEditing ? (
        <GroupingEditor groupBy={groupBy} onCancel={() => setEditing(false)} onApply={(next) => { onChange(next); setEditing(false); close(); }} onSaved={reload} />
      ) : (
        <ul className="menu__list">
          {(data ?? []).map((g) => (
            <li key={g.id} className="menu__row">
              <button type="button" className="menu__item" aria-current={g === current} onClick={() => { onChange(g.groupBy); close(); }}>
                <span>{g.name}</span><span className="menu__detail">{groupingText(g.groupBy)}</span>
              </button>
              {!g.isBuiltIn && <button type="button" className="icon-button" aria-label={`Delete ${g.name}`} onClick={() => remove(g.id)}><Icon name="close" /></button>}
            </li>
          ))}
          <li><button type="button" className="menu__item menu__item--action" onClick={() => setEditing(true)}>Other levels…</button></li>
        </ul>
      )}
    </Popover>
  );
}
