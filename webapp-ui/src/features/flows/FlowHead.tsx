import { FlowStatusLine } from "./FlowStatusLine";
import type { Flows } from "./useFlows";
import { WindowChoice } from "./WindowChoice";
import "./flows.css";

/** Which time is looked at, and how much of what happened then is known. */
export function FlowHead({ flows: { state, window, renew } }: { flows: Flows }) {
  return (
    <div className="cl-flowhead">
      <WindowChoice state={state} window={window} renew={renew} />
      <FlowStatusLine />
    </div>
  );
}
