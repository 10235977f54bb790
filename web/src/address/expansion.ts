/** Which nodes are unfolded: none or all, but for some. */
export interface Expansion { all: boolean; except: readonly string[] }

export const EXPANSION_NONE: Expansion = { all: false, except: [] };

export const isOpen = (expansion: Expansion, id: string) => expansion.all !== expansion.except.includes(id);

/** The expansion with some nodes unfolded or folded. */
export function withOpen(expansion: Expansion, ids: readonly string[], open: boolean): Expansion {
  const rest = expansion.except.filter((e) => !ids.includes(e));
  return { all: expansion.all, except: open === expansion.all ? rest : [...rest, ...ids] };
}
