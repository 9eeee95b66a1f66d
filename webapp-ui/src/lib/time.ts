import { useSyncExternalStore } from "react";

const clock = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const day = new Intl.DateTimeFormat(undefined, { day: "2-digit", month: "short" });
const dayAndYear = new Intl.DateTimeFormat(undefined, { day: "2-digit", month: "short", year: "numeric" });

/** How far the server's clock is ahead of the browser's, in milliseconds; relative times are told by the server's. */
let serverAhead = 0;

export function learnServerTime(serverNow: string, browserNow = Date.now()) {
  const ahead = Date.parse(serverNow) - browserNow;
  if (Number.isFinite(ahead) && Math.abs(ahead - serverAhead) > 250) serverAhead = ahead;
}

export const serverNow = () => Date.now() + serverAhead;

/** Local time of day, with the date when it is another day than `now`'s. */
export function localTime(iso: string, now = serverNow()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const today = new Date(now);
  if (at.toDateString() === today.toDateString()) return clock.format(at);
  const date = at.getFullYear() === today.getFullYear() ? day : dayAndYear;
  return `${date.format(at)} ${clock.format(at)}`;
}

/** Local date and time in full. */
export function localDateTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : `${dayAndYear.format(at)} ${clock.format(at)}`;
}

export function localDate(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : dayAndYear.format(at);
}

export function utcTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** A length of time in its largest one or two units: `42 ms`, `0.8 s`, `12 s`, `4 min`, `3 h 20 min`, `5 d 3 h`. */
export function duration(millis: number): string {
  const seconds = Math.max(0, millis) / 1000;
  if (millis > 0 && millis < 100) return `${Math.round(millis)} ms`;
  if (seconds < 10) return `${(Math.round(seconds * 10) / 10).toString()} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 || days >= 10 ? `${days} d` : `${days} d ${hours % 24} h`;
}

/** `just now`, `12 s ago`, `in 5 d`; clocks that differ by some seconds do not put events in the future. */
export function relative(iso: string, now = serverNow()): string {
  const millis = now - Date.parse(iso);
  if (Number.isNaN(millis)) return iso;
  if (millis < 1000 && millis > -5000) return "just now";
  const seconds = Math.floor(Math.abs(millis) / 1000) * 1000;
  return millis > 0 ? `${duration(seconds)} ago` : `in ${duration(seconds)}`;
}

/** The current second by the server's clock; a component that calls this is drawn again each second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, secondNow);
}

let second = Math.floor(Date.now() / 1000);
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

function secondNow(): number {
  return second * 1000 + serverAhead;
}

function subscribe(watcher: () => void) {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    second = Math.floor(Date.now() / 1000);
    for (const each of watchers) each();
  }, 1000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
