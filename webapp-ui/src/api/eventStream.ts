/** One server-sent event (WHATWG HTML, "Server-sent events"). */
export interface ServerEvent {
  type: string;
  data: string;
  id?: string;
}

/** Takes text as it arrives and gives the events that are complete. Comments come out as nothing. */
export class EventStreamParser {
  private rest = "";
  private type = "";
  private data: string[] = [];
  private id: string | undefined;

  push(text: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line !== "") {
        this.field(line);
        continue;
      }
      if (this.data.length > 0)
        events.push({ type: this.type || "message", data: this.data.join("\n"), id: this.id });
      this.type = "";
      this.data = [];
    }
    return events;
  }

  private field(line: string) {
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") this.type = value;
    else if (name === "data") this.data.push(value);
    else if (name === "id") this.id = value;
  }
}
