import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { type FormEvent, useId, useState } from "react";
import { values } from "@/lib/search";
import { parseService } from "@/ui/flows/flowSearch";
import type { ListState } from "@/ui/list/useListState";

interface Choice {
  id: string;
  label: string;
  example: string;
  /** What is wrong with what was typed. */
  wrong?: (text: string) => string | undefined;
}

const WHAT: readonly Choice[] = [
  { id: "user", label: "User", example: "anna.berg@corp.example" },
  {
    id: "device",
    label: "Device",
    example: "00:1b:44:11:3a:b7",
    wrong: (text) =>
      text.replace(/[^0-9a-f]/gi, "").length === 12
        ? undefined
        : "A MAC address has 12 hexadecimal digits, like 00:1b:44:11:3a:b7.",
  },
  {
    id: "ip",
    label: "IP address",
    example: "10.1.20.7 or 10.1.0.0/16",
    wrong: (text) =>
      /^[0-9a-f.:/]+$/i.test(text) ? undefined : "Write an address or a network, like 10.1.0.0/16.",
  },
  { id: "sgt", label: "Security group", example: "Employees or 4" },
  {
    id: "service",
    label: "Service",
    example: "443, tcp/443 or udp/5000-5010",
    wrong: (text) =>
      parseService(text) ? undefined : "Write a port like 443, tcp/443, udp/5000-5010, or icmp.",
  },
];
const SIDES = [
  { id: "", label: "either side" },
  { id: "client", label: "the client" },
  { id: "server", label: "the server" },
];

/** Adds a filter by who or what took part. */
export function AddFilter({ state }: { state: ListState }) {
  const [what, setWhat] = useState(WHAT[0]?.id ?? "");
  const [side, setSide] = useState("");
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string>();
  const wrongId = useId();
  const choice = WHAT.find((one) => one.id === what);
  const sided = what !== "service";
  function submit(event: FormEvent) {
    event.preventDefault();
    const value = text.trim();
    const fault = value === "" ? "Write what to look for." : choice?.wrong?.(value);
    setWrong(fault);
    if (fault) return;
    const name = sided && side ? `${side}${what.charAt(0).toUpperCase()}${what.slice(1)}` : what;
    if (!values(state.search[name]).includes(value)) state.toggle(name, value);
    setText("");
  }
  return (
    <form className="cl-window" aria-label="Add a filter" onSubmit={submit}>
      <FormSelect
        aria-label="Filter by"
        className="cl-window__choice"
        value={what}
        onChange={(_, next) => {
          setWhat(next);
          setWrong(undefined);
        }}
      >
        {WHAT.map((one) => (
          <FormSelectOption key={one.id} value={one.id} label={one.label} />
        ))}
      </FormSelect>
      <FormSelect
        aria-label="On which side"
        className="cl-window__choice"
        value={sided ? side : ""}
        isDisabled={!sided}
        onChange={(_, next) => setSide(next)}
      >
        {SIDES.map((one) => (
          <FormSelectOption key={one.id} value={one.id} label={one.label} />
        ))}
      </FormSelect>
      <TextInput
        className="cl-window__text"
        aria-label="Value"
        aria-describedby={wrong ? wrongId : undefined}
        aria-invalid={wrong !== undefined}
        placeholder={choice?.example}
        value={text}
        onChange={(_, value) => setText(value)}
        spellCheck={false}
      />
      <Button type="submit" variant="secondary" size="sm">
        Add
      </Button>
      {wrong ? (
        <span id={wrongId} role="alert">
          {wrong}
        </span>
      ) : null}
    </form>
  );
}
