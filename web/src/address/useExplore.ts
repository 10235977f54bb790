import { useCallback, useMemo } from "react";
import { parametersOf, stateOf } from "./codec";
import type { ExploreState } from "./explore";
import { go, hashOf, placeOf } from "./hash";
import { usePlace } from "./usePlace";

/** Changes the state in the address; `replace` for small steps that the back button should not take. */
export type Change = (change: Partial<ExploreState>, replace?: boolean) => void;

/** Explore's state, read from the address, and the way to change it. */
export function useExplore(): { state: ExploreState; change: Change } {
  const place = usePlace();
  const state = useMemo(() => stateOf(place.parameters), [place]);
  const change = useCallback<Change>((part, replace = false) => {
    // From the address and not from this rendering: two changes may come between two renderings.
    const now = stateOf(placeOf(location.hash).parameters);
    go(hashOf("/explore", parametersOf({ ...now, ...part })), replace);
  }, []);
  return { state, change };
}
