import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { get } from "@/api/client";
import { useHasRole } from "@/api/queries";
import { CLUSTERS, type Cluster, type ClusterDetail } from "@/api/segmentation";
import type { Page } from "@/api/types";
import { Undo } from "./Undo";
import { useDecide } from "./useDecide";
import { useKeys } from "./useKeys";

type Asking = "rename" | "merge" | "split" | undefined;

/** What can be decided about a cluster, by mouse and by keys. */
export function ClusterDecisions({ detail }: { detail: ClusterDetail }) {
  const { cluster } = detail;
  const allowed = useHasRole("engineer");
  const deciding = useDecide();
  const [asking, setAsking] = useState<Asking>();
  const accepted = cluster.state === "ACCEPTED";
  const accept = () => deciding.decide({ cluster, decision: { kind: "ACCEPT" } });
  useKeys(
    allowed
      ? {
          a: accepted ? undefined : accept,
          r: () => setAsking("rename"),
          m: () => setAsking("merge"),
          s: () => setAsking("split"),
          u: deciding.undo,
        }
      : {},
  );
  if (!allowed) return <p className="cl-muted">An engineer decides about clusters.</p>;
  const make = (decision: Parameters<typeof deciding.decide>[0]["decision"]) => {
    setAsking(undefined);
    deciding.decide({ cluster, decision });
  };
  return (
    <div className="cl-decisions">
      <div className="cl-actions">
        <Button
          size="sm"
          variant="primary"
          isDisabled={accepted || deciding.isPending}
          aria-keyshortcuts="a"
          onClick={accept}
        >
          {accepted ? "Accepted" : "Accept (a)"}
        </Button>
        <Button size="sm" variant="secondary" aria-keyshortcuts="r" onClick={() => setAsking("rename")}>
          Rename (r)
        </Button>
        <Button size="sm" variant="secondary" aria-keyshortcuts="m" onClick={() => setAsking("merge")}>
          Merge (m)
        </Button>
        <Button size="sm" variant="secondary" aria-keyshortcuts="s" onClick={() => setAsking("split")}>
          Split (s)
        </Button>
      </div>
      {asking === "rename" ? (
        <Ask
          label="Rename"
          onCancel={() => setAsking(undefined)}
          onSubmit={(form) => make({ kind: "RENAME", name: form.name })}
        >
          <NameInput start={cluster.name} />
        </Ask>
      ) : null}
      {asking === "merge" ? (
        <Ask
          label="Merge"
          onCancel={() => setAsking(undefined)}
          onSubmit={(form) => make({ kind: "MERGE", into: form.into })}
        >
          <OtherCluster cluster={cluster} />
        </Ask>
      ) : null}
      {asking === "split" ? (
        <Ask
          label="Split"
          onCancel={() => setAsking(undefined)}
          onSubmit={(form) => {
            const [attribute, ...value] = (form.by ?? "").split("=");
            make({ kind: "SPLIT", attribute, value: value.join("="), name: form.name });
          }}
        >
          <SplitBy detail={detail} />
          <NameInput start="" />
        </Ask>
      ) : null}
      <Undo deciding={deciding} />
    </div>
  );
}

interface AskProps {
  label: string;
  onSubmit: (form: Record<string, string>) => void;
  onCancel: () => void;
  children: ReactNode;
}

function Ask({ label, onSubmit, onCancel, children }: AskProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSubmit(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
  };
  return (
    <form
      className="cl-decisions__ask"
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {children}
      <Button size="sm" type="submit">
        {label}
      </Button>
      <Button size="sm" variant="link" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}

function NameInput({ start }: { start: string }) {
  const [name, setName] = useState(start);
  return (
    <TextInput
      name="name"
      aria-label="Name"
      placeholder="Name"
      value={name}
      maxLength={64}
      isRequired
      autoFocus={start !== ""}
      onChange={(_, next) => setName(next)}
    />
  );
}

function OtherCluster({ cluster }: { cluster: Cluster }) {
  const { data } = useQuery({
    queryKey: ["segmentation", "names"],
    queryFn: ({ signal }) => get<Page<Cluster>>(CLUSTERS, { sort: "name", limit: 1000 }, signal),
  });
  const [into, setInto] = useState(cluster.nearest ?? "");
  const others = data?.items.filter((one) => one.id !== cluster.id) ?? [];
  return (
    <FormSelect name="into" aria-label="Into" value={into} autoFocus onChange={(_, next) => setInto(next)}>
      <FormSelectOption value="" label="Into which cluster?" isDisabled />
      {others.map((one) => (
        <FormSelectOption
          key={one.id}
          value={one.id}
          label={one.id === cluster.nearest ? `${one.name} (the most like it)` : one.name}
        />
      ))}
    </FormSelect>
  );
}

const SPLITTABLE: Readonly<Record<string, string>> = {
  profile: "Profile",
  group: "AD group",
  deviceType: "Device type",
  os: "Operating system",
  vlan: "VLAN",
};

function SplitBy({ detail }: { detail: ClusterDetail }) {
  const choices = Object.entries(SPLITTABLE).flatMap(([attribute, label]) =>
    (detail.who[attribute] ?? [])
      .filter((share) => share.members < detail.cluster.members)
      .map((share) => ({
        key: `${attribute}=${share.value}`,
        label: `${label} ${share.value} (${share.members})`,
      })),
  );
  const [by, setBy] = useState(choices[0]?.key ?? "");
  if (choices.length === 0)
    return <p>Its members are alike in all that is known of them: exclude or pin single ones instead.</p>;
  return (
    <FormSelect name="by" aria-label="By" value={by} autoFocus onChange={(_, next) => setBy(next)}>
      {choices.map((choice) => (
        <FormSelectOption key={choice.key} value={choice.key} label={choice.label} />
      ))}
    </FormSelect>
  );
}
