import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect";
import { useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { CONVERSATIONS, type Conversation } from "@/api/flows";
import { first, type Search } from "@/lib/search";
import { serverNow } from "@/lib/time";
import { flowParams } from "@/ui/flows/flowSearch";
import { ResourceList } from "@/ui/list/ResourceList";
import { type ListReading, useListState } from "@/ui/list/useListState";
import { AddFilter } from "./AddFilter";
import { ConversationDrawer } from "./ConversationDrawer";
import { conversationColumns } from "./conversationColumns";
import { FlowStatusLine } from "./FlowStatusLine";
import { flowFacets } from "./FlowsPage";
import { FlowTabs } from "./FlowTabs";
import { filterLabel } from "./useFlows";
import "./flows.css";

const source = {
  path: `${CONVERSATIONS}/new`,
  keyColumn: "id",
  rowKey: (conversation: Conversation) => conversation.id,
  eventsNameRows: false,
  still: true,
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long ago something may have begun, and how long before that it must not have been there. */
const CHOICES = [
  { id: "1h", label: "In the last hour, and not in the day before", age: HOUR, before: DAY },
  { id: "24h", label: "In the last 24 hours, and not in the week before", age: DAY, before: 7 * DAY },
  { id: "7d", label: "In the last 7 days, and not in the four weeks before", age: 7 * DAY, before: 28 * DAY },
] as const;
const USUAL = CHOICES[1];

const QUIET: ReadonlySet<string> = new Set(["last", "from", "to", "new"]);

const iso = (millis: number) => new Date(millis).toISOString();

/** What began of late: who asked for something that nobody of the same two sides had asked for in a longer time. */
export function NewFlowsPage() {
  const search = useSearch({ strict: false }) as Search;
  const [now] = useState(() => Math.floor(serverNow() / 1000) * 1000);
  const choice = CHOICES.find((one) => one.id === first(search.new)) ?? USUAL;
  const since = now - choice.age;
  const reading = useMemo<ListReading>(
    () => ({
      quiet: QUIET,
      params: (shown) => ({
        ...flowParams(shown, { from: iso(since - choice.before), to: iso(now) }),
        since: iso(since),
      }),
    }),
    [now, since, choice],
  );
  const state = useListState(reading);
  const { since: _, ...params } = state.params;
  return (
    <ResourceList
      above={<FlowTabs />}
      below={
        <div className="cl-flowhead">
          <div className="cl-window">
            <FormSelect
              aria-label="New is what was seen"
              value={choice.id}
              onChange={(_event, id) => state.set("new", id === USUAL.id ? undefined : id)}
            >
              {CHOICES.map((one) => (
                <FormSelectOption key={one.id} value={one.id} label={one.label} />
              ))}
            </FormSelect>
          </div>
          <FlowStatusLine />
        </div>
      }
      title="New flows"
      nouns={["new conversation", "new conversations"]}
      source={source}
      columns={conversationColumns}
      facets={flowFacets}
      counted={false}
      placeholder=""
      searchable={false}
      filters={<AddFilter state={state} />}
      chipName={filterLabel}
      reading={reading}
      example="serverNetwork pr and not (protocol eq 6)"
      newestFirst={false}
      nothing={{
        title: "Nothing new",
        body: "All that was asked for in this time had been asked for before. Right after Clarion has begun to take flows everything is new; that it is not is only worth something once there is a time before.",
      }}
      drawer={(id, close) => <ConversationDrawer id={id} params={params} onClose={close} />}
    />
  );
}
