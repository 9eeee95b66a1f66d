import { useSyncExternalStore } from "react";

export type ThemeChoice = "light" | "dark" | "system";

const KEY = "clarion.theme";
const DARK = "pf-v6-theme-dark";
const watchers = new Set<() => void>();
const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
let choice: ThemeChoice = read();

function read(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

function isDark(): boolean {
  return choice === "dark" || (choice === "system" && (system?.matches ?? false));
}

function apply() {
  document.documentElement.classList.toggle(DARK, isDark());
  for (const watcher of watchers) watcher();
}

/** Puts the remembered theme on the page and follows the system from then on. */
export function startTheme() {
  system?.addEventListener?.("change", apply);
  apply();
}

export function chooseTheme(next: ThemeChoice) {
  choice = next;
  try {
    if (next === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Private windows may refuse storage: the choice then lasts until the page is closed.
  }
  apply();
}

const subscribe = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

export const useThemeChoice = () => useSyncExternalStore(subscribe, () => choice);
export const useDark = () => useSyncExternalStore(subscribe, isDark);
