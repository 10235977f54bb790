import { useState } from "react";
import type { LabelName } from "../api/accounts";
import { useSession } from "../api/context";
import { asProblem, type Problem } from "../api/problem";
import { useAnswer } from "../api/useAnswer";
import { ErrorBox } from "../states/ErrorBox";
import { Icon } from "../style/Icon";
import { OrderedList } from "../style/OrderedList";
import { levelName } from "./names";

interface Props { groupBy: readonly string[]; onCancel: () => void; onApply: (groupBy: string[]) => void; onSaved: () => void }

/** Makes a grouping: labels in order, each a level; may be saved under a name. */
export function GroupingEditor({ groupBy, onCancel, onApply, onSaved }: Props) {
  const { client } = useSession();
  const [levels, setLevels] = useState<readonly string[]>(groupBy);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const labels = useAnswer("labels", (signal) => client.get<LabelName[]>("api/v1/labels", signal));
  const apply = async () => {
    try {
      if (name.trim()) {
        const id = name.trim().toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "own";
        await client.put(`api/v1/groupings/${encodeURIComponent(id)}`, { name: name.trim(), groupBy: levels });
        onSaved();
      }
      onApply([...levels]);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  const others = (labels.data ?? []).filter((l) => !levels.includes(l.name));
  return (
    <form className="form form--menu" onSubmit={(e) => { e.preventDefault(); void apply(); }}>
      <h3>Levels, from the top</h3>
      <OrderedList items={levels} nameOf={levelName} onChange={setLevels} />
      <label className="field"><span>Add a level</span>
        <select value="" onChange={(e) => e.target.value && setLevels([...levels, e.target.value])}>
          <option value="">Choose a label…</option>
          {others.map((l) => <option key={l.name} value={l.name}>{l.name}</option>)}
        </select>
      </label>
      <label className="field"><span>Save as (optional)</span><input value={name} onChange={(e) => setName(e.target.value)} maxLength={60} /></label>
      {problem && <ErrorBox problem={problem} />}
      <div className="form__buttons">
        <button type="button" className="button" onClick={onCancel}>Cancel</button>
        <button type="submit" className="button button--primary" disabled={levels.length === 0}><Icon name="check" />{name.trim() ? "Save and group" : "Group"}</button>
      </div>
    </form>
  );
}
