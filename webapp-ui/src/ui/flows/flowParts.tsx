import type { Conversation, FlowBucket } from "@/api/flows";
import { share } from "@/lib/bytes";
import { Sgt } from "../marks";
import { DeviceLink, UserLink } from "../sessionColumns";
import { Nothing } from "../Time";
import { kindWord, marksOf } from "./flowWords";
import { type Party, partyName, partyOf, type Side } from "./party";

/** Who it is, in a cell of a table; what is known besides is its tooltip. */
export function PartyCell({ row, side }: { row: Conversation | FlowBucket; side: Side }) {
  const party = partyOf(row, side);
  const more = [party.mac, party.ip, party.kind ? kindWord(party.kind) : ""].filter(Boolean).join(", ");
  return (
    <span className={party.user || party.network ? undefined : "cl-mono"} title={more}>
      {partyName(party)}
    </span>
  );
}

/** Everything that is known of who it is, with links. */
export function PartyWhole({ party }: { party: Party }) {
  return (
    <>
      {party.user ? (
        <div className="cl-party">
          <UserLink id={party.userId === undefined ? undefined : String(party.userId)} name={party.user} />
        </div>
      ) : null}
      {party.mac ? (
        <div className="cl-party">
          <DeviceLink mac={party.mac} />
        </div>
      ) : null}
      {party.ip ? <div className="cl-mono">{party.ip}</div> : null}
      {party.network ? <div>{party.network}</div> : null}
      <div className="cl-muted">{party.kind ? kindWord(party.kind) : null}</div>
    </>
  );
}

export function SideSgt({ row, side }: { row: Conversation | FlowBucket; side: Side }) {
  return side === "client" ? (
    <Sgt name={row.clientSgtName} number={row.clientSgt} />
  ) : (
    <Sgt name={row.serverSgtName} number={row.serverSgt} />
  );
}

export function Answered({ row }: { row: { answered: number; conversations: number } }) {
  return <>{share(row.answered, row.conversations)}</>;
}

export function Marks({ marks }: { marks: string }) {
  const all = marksOf(marks);
  if (all.length === 0) return <Nothing reason="none" />;
  return (
    <span title={all.map((mark) => mark.long).join(" ")}>{all.map((mark) => mark.short).join(", ")}</span>
  );
}
