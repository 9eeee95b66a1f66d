import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { Label } from "@patternfly/react-core/dist/esm/components/Label";
import { SearchInput } from "@patternfly/react-core/dist/esm/components/SearchInput";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import { useDebounced } from "@/lib/useDebounced";
import type { ListState } from "./useListState";

interface Props {
  state: ListState;
  placeholder: string;
  /** An expression to show how it is written. */
  example: string;
  /** More ways to narrow, beside or in place of free text. */
  filters?: ReactNode;
  /** False where there is no free text. */
  searchable?: boolean;
  chipName: (name: string) => string;
  chipValue: (name: string, value: string) => string;
  children?: ReactNode;
}

/** Free text, the expression for those who want more, and what is narrowing the list. */
export function FilterBar(props: Props) {
  const { state, placeholder, example, chipName, chipValue, children, filters, searchable = true } = props;
  const [expert, setExpert] = useState(state.filter !== "");
  const showExpert = expert || state.filter !== "";
  return (
    <div className="cl-filterbar">
      <div className="cl-filterbar__row">
        {searchable ? (
          <QuickFilter key={state.q === "" ? "empty" : "filled"} state={state} placeholder={placeholder} />
        ) : null}
        {filters}
        <Button variant="link" size="sm" aria-expanded={showExpert} onClick={() => setExpert(!showExpert)}>
          Expression
        </Button>
        <div className="cl-filterbar__tools">{children}</div>
      </div>
      {showExpert ? <Expression key={state.filter} state={state} example={example} /> : null}
      {state.chips.length > 0 ? (
        <ul className="cl-chips" aria-label="Active filters">
          {state.chips.map(({ name, value }) => (
            <li key={`${name}=${value}`}>
              <Label
                isCompact
                variant="outline"
                onClose={() => state.toggle(name, value)}
                closeBtnAriaLabel={`Remove ${chipName(name)} ${chipValue(name, value)}`}
              >
                <span className="cl-muted">{chipName(name)}:</span> {chipValue(name, value)}
              </Label>
            </li>
          ))}
          <li>
            <button type="button" className="cl-link" onClick={state.clear}>
              Clear all
            </button>
          </li>
        </ul>
      ) : null}
    </div>
  );
}

function QuickFilter({ state, placeholder }: { state: ListState; placeholder: string }) {
  const [text, setText] = useState(state.q);
  const still = useDebounced(text, 300);
  const { set, q } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed goes to the URL
  useEffect(() => {
    if (still !== q) set("q", still, true);
  }, [still]);
  return (
    <SearchInput
      className="cl-filterbar__q"
      aria-label="Filter by text"
      placeholder={placeholder}
      value={text}
      onChange={(_, value) => setText(value)}
      onClear={() => setText("")}
    />
  );
}

function Expression({ state, example }: { state: ListState; example: string }) {
  const [text, setText] = useState(state.filter);
  const helpId = useId();
  function submit(event: FormEvent) {
    event.preventDefault();
    state.set("filter", text.trim());
  }
  return (
    <form className="cl-filterbar__row" onSubmit={submit}>
      <TextInput
        className="cl-mono"
        aria-label="Filter expression"
        aria-describedby={helpId}
        placeholder={example}
        value={text}
        onChange={(_, value) => setText(value)}
        spellCheck={false}
      />
      <Button type="submit" variant="secondary">
        Apply
      </Button>
      <Button variant="link" isDisabled={state.filter === ""} onClick={() => state.set("filter", undefined)}>
        Remove
      </Button>
      <span id={helpId} className="pf-v6-screen-reader">
        Column names with eq, ne, co, sw, ew, gt, ge, lt, le or pr, joined by and, or, not. Example: {example}
      </span>
    </form>
  );
}
