import { useMemo, useSyncExternalStore } from "react";
import type { BaseLocationHook } from "wouter";
import { go, hashOf, placeOf, type Place } from "./hash";

const subscribe = (changed: () => void) => {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
};

/** Where the page is; renders again when that changes. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => placeOf(hash), [hash]);
}

/** The router's way to read and change the path. */
export const useHashPath: BaseLocationHook = () => [usePlace().path, (path: string) => go(hashOf(path))];
useHashPath.hrefs = (path) => hashOf(path);
