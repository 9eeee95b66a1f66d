import { expect, it } from "vitest";
import { parseSearch, stringifySearch, toggled } from "./search";

it("reads and writes plain names, several values and odd characters", () => {
  const text = "?q=a+b%26c&sgtName=BYOD&sgtName=Phones&open=12";
  const search = parseSearch(text);
  expect(search).toEqual({ q: "a b&c", sgtName: ["BYOD", "Phones"], open: "12" });
  expect(stringifySearch(search)).toBe(text);
});

it("leaves out what is empty", () => {
  expect(stringifySearch({ q: "", sort: undefined })).toBe("");
  expect(parseSearch("q=&live=true")).toEqual({ live: "true" });
});

it("adds a value and takes it away again", () => {
  const one = toggled({}, "sgtName", "BYOD");
  const two = toggled(one, "sgtName", "Phones");
  expect(two.sgtName).toEqual(["BYOD", "Phones"]);
  expect(toggled(toggled(two, "sgtName", "BYOD"), "sgtName", "Phones").sgtName).toBeUndefined();
});
