import { useEffect, useRef } from "react";

/** Calls by single keys, as long as nobody types into something. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const where = event.target;
      const typing =
        where instanceof HTMLElement &&
        (where.isContentEditable || ["INPUT", "SELECT", "TEXTAREA"].includes(where.tagName));
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const call = latest.current[event.key.toLowerCase()];
      if (!call) return;
      event.preventDefault();
      call();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
