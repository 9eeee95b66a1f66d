import { useSyncExternalStore } from "react";

/** Whether Clarion itself answers this browser, and if not, since when (browser clock, milliseconds). */
let lostSince: number | undefined;
const watchers = new Set<() => void>();

function set(next: number | undefined) {
  if (next === lostSince) return;
  lostSince = next;
  for (const watcher of watchers) watcher();
}

export const contact = {
  made: () => set(undefined),
  lost: () => set(lostSince ?? Date.now()),
  lostSince: () => lostSince,
};

export function useContactLostSince(): number | undefined {
  return useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, contact.lostSince);
}
