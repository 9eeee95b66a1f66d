import { expect, it } from "vitest";
import { EventStreamParser } from "./eventStream";

it("gives events that are cut anywhere, once they are complete", () => {
  const text = ': hello\n\nid: 7\nevent: status\ndata: {"a":\ndata: 1}\n\ndata: plain\r\n\r\n';
  for (let cut = 0; cut <= text.length; cut++) {
    const parser = new EventStreamParser();
    const events = [...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))];
    expect(events, `cut at ${cut}`).toEqual([
      { type: "status", data: '{"a":\n1}', id: "7" },
      { type: "message", data: "plain", id: "7" },
    ]);
  }
});

it("gives nothing for comments", () => {
  expect(new EventStreamParser().push(": keep-alive\n\n: again\n\n")).toEqual([]);
});
