import { describe, expect, it } from "vitest";
import { duration, localTime, relative, utcTime } from "./time";

const NOW = Date.parse("2026-03-04T12:00:00Z");

describe("duration", () => {
  it.each([
    [0, "0 s"],
    [42, "42 ms"],
    [840, "0.8 s"],
    [12_900, "12 s"],
    [59_999, "59 s"],
    [240_000, "4 min"],
    [12_000_000, "3 h 20 min"],
    [273_600_000, "3 d 4 h"],
    [-5, "0 s"],
  ])("says %d ms as %s", (millis, said) => {
    expect(duration(millis)).toBe(said);
  });
});

describe("relative", () => {
  it.each([
    ["2026-03-04T11:59:48Z", "12 s ago"],
    ["2026-03-04T11:59:59.500Z", "just now"],
    ["2026-03-04T12:00:03Z", "just now"],
    ["2026-03-09T12:00:00Z", "in 5 d"],
  ])("says %s as %s", (iso, said) => {
    expect(relative(iso, NOW)).toBe(said);
  });

  it("gives back what is no time", () => {
    expect(relative("soon", NOW)).toBe("soon");
    expect(localTime("soon", NOW)).toBe("soon");
  });
});

it("says UTC to the second", () => {
  expect(utcTime("2026-03-04T12:00:00.123Z")).toBe("2026-03-04 12:00:00 UTC");
});

it("adds the date to a time of another day only", () => {
  expect(localTime("2026-03-04T11:30:00Z", NOW)).toMatch(/^\d\d:\d\d:\d\d$/);
  expect(localTime("2026-02-01T11:30:00Z", NOW)).toMatch(/Feb/);
});
