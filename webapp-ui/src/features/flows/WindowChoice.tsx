import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect";
import SyncAltIcon from "@patternfly/react-icons/dist/esm/icons/sync-alt-icon";
import { type FormEvent, useState } from "react";
import { type FlowWindow, LASTS, USUAL_LAST } from "@/ui/flows/flowWindow";
import type { ListState } from "@/ui/list/useListState";
import { Time } from "@/ui/Time";

interface Props {
  state: ListState;
  window: FlowWindow;
  renew: () => void;
}

const EXACT = "exact";

/** Which time is looked at. A window that ends now stands still until it is renewed; exact times can be shared. */
export function WindowChoice({ state, window, renew }: Props) {
  function choose(last: string) {
    if (last === EXACT)
      state.update((now) => ({ ...now, last: undefined, from: window.from, to: window.to }));
    else
      state.update((now) => ({
        ...now,
        last: last === USUAL_LAST ? undefined : last,
        from: undefined,
        to: undefined,
      }));
  }
  return (
    <div className="cl-window">
      <FormSelect
        aria-label="Time"
        className="cl-window__choice"
        value={window.last ?? EXACT}
        onChange={(_, last) => choose(last)}
      >
        {LASTS.map((one) => (
          <FormSelectOption key={one.id} value={one.id} label={one.label} />
        ))}
        <FormSelectOption value={EXACT} label="Exact times" />
      </FormSelect>
      {window.last ? (
        <>
          <span className="cl-muted">
            until <Time at={window.to} />
          </span>
          <Button variant="link" size="sm" icon={<SyncAltIcon />} onClick={renew}>
            Until now
          </Button>
        </>
      ) : (
        <ExactTimes key={`${window.from} ${window.to}`} state={state} window={window} />
      )}
    </div>
  );
}

function ExactTimes({ state, window }: { state: ListState; window: FlowWindow }) {
  const [from, setFrom] = useState(local(window.from));
  const [to, setTo] = useState(local(window.to));
  const [wrong, setWrong] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    const [begin, end] = [new Date(from), new Date(to)];
    const fine = begin.getTime() < end.getTime();
    setWrong(!fine);
    if (fine) state.update((now) => ({ ...now, from: begin.toISOString(), to: end.toISOString() }));
  }
  return (
    <form className="cl-window" onSubmit={submit}>
      <input
        type="datetime-local"
        aria-label="From"
        className="cl-window__time"
        value={from}
        step={1}
        required
        onChange={(event) => setFrom(event.target.value)}
      />
      <input
        type="datetime-local"
        aria-label="To"
        className="cl-window__time"
        value={to}
        step={1}
        required
        onChange={(event) => setTo(event.target.value)}
      />
      <Button type="submit" variant="secondary" size="sm">
        Look at it
      </Button>
      {wrong ? <span role="alert">The beginning must be before the end.</span> : null}
    </form>
  );
}

/** As an input of local time wants it. */
function local(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
