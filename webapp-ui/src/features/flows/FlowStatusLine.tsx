import { useQuery } from "@tanstack/react-query";
import { flowStatusQuery } from "@/api/flows";
import { describeError } from "@/api/problem";
import { useNow } from "@/lib/time";
import { sayFlowStatus } from "@/ui/flows/flowWords";
import { ToneIcon } from "@/ui/marks";

/** How fresh and how complete the stored flows are. */
export function FlowStatusLine() {
  const { data: status, error } = useQuery(flowStatusQuery);
  const now = useNow();
  const said = status
    ? sayFlowStatus(status, now)
    : error
      ? {
          tone: "bad" as const,
          short: "How complete flows are is not known",
          more: describeError(error).title,
        }
      : { tone: "busy" as const, short: "Asking how complete flows are", more: "" };
  return (
    <p className="cl-flowstatus">
      <ToneIcon tone={said.tone} /> <strong>{said.short}</strong>{" "}
      <span className="cl-muted">{said.more}</span>
    </p>
  );
}
