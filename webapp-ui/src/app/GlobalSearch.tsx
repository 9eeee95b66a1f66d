import SearchIcon from "@patternfly/react-icons/dist/esm/icons/search-icon";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { searchQuery } from "@/api/queries";
import { useDebounced } from "@/lib/useDebounced";
import { type Hit, hitGroups } from "@/ui/searchHits";

/** Finds by MAC, IP, user or group from anywhere: `/` goes there, arrows choose, Enter opens. */
export function GlobalSearch() {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const navigate = useNavigate();
  const asked = useDebounced(text.trim(), 200);
  const query = useQuery(searchQuery(asked));
  const groups = open && query.data ? hitGroups(query.data) : [];
  const hits = groups.flatMap((group) => group.hits);
  const showing = open && asked !== "" && (query.data !== undefined || query.isError);
  useSlash(() => input.current?.focus());

  function leave() {
    setOpen(false);
    setActive(-1);
    setText("");
    input.current?.blur();
  }
  function go(hit: Hit) {
    leave();
    void navigate({ to: hit.to as never, params: hit.params as never, search: hit.search as never });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      if (open) setOpen(false);
      else leave();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((now) =>
        hits.length === 0 ? -1 : (now + step + hits.length + (now < 0 && step < 0 ? 1 : 0)) % hits.length,
      );
    } else if (event.key === "Enter") {
      const hit = hits[active];
      if (hit) go(hit);
      else if (text.trim() !== "") {
        const q = text.trim();
        leave();
        void navigate({ to: "/search", search: { q } as never });
      }
    }
  }
  const optionId = (index: number) => `${id}-option-${index}`;
  let index = -1;
  return (
    <search className="cl-search">
      <SearchIcon aria-hidden="true" className="cl-search__icon" />
      <input
        ref={input}
        type="text"
        role="combobox"
        className="cl-search__input"
        aria-label="Search for a MAC, an IP, a user or a security group"
        aria-expanded={showing}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={showing && active >= 0 ? optionId(active) : undefined}
        aria-keyshortcuts="/"
        placeholder="MAC, IP, user or group"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd className="cl-search__key">/</kbd>
      <div id={`${id}-list`} role="listbox" aria-label="Found" className="cl-search__list" hidden={!showing}>
        {showing && hits.length === 0 ? (
          <div
            role="option"
            aria-selected="false"
            aria-disabled="true"
            tabIndex={-1}
            className="cl-search__none"
          >
            {query.isError ? "The search failed" : `Nothing found for “${asked}”`}
          </div>
        ) : null}
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="cl-search__group" aria-hidden="true">
              {group.title}
            </div>
            {group.hits.map((hit) => {
              index += 1;
              const mine = index;
              return (
                <div
                  key={hit.key}
                  id={optionId(mine)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={mine === active}
                  className="cl-search__hit"
                  onMouseDown={(event) => {
                    event.preventDefault();
                    go(hit);
                  }}
                >
                  <span className={hit.mono ? "cl-mono" : undefined}>{hit.label}</span>
                  <span className="cl-muted">{hit.note}</span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </search>
  );
}

function useSlash(action: () => void) {
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      const target = event.target as Element;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
