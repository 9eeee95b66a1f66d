import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { send } from "./client";
import { contact } from "./contact";
import { EventStreamParser, type ServerEvent } from "./eventStream";
import { ApiProblem } from "./problem";
import type { SessionsEvent, Status } from "./types";

/** Clarion sends its status every 5 s, so a longer silence means that the stream is dead. */
const SILENCE_MILLIS = 17_000;
const RETRY_MILLIS = 2_000;
const RETRY_MAX_MILLIS = 15_000;

let streaming = false;
const watchers = new Set<() => void>();
const sessionListeners = new Set<(event: SessionsEvent) => void>();

function setStreaming(next: boolean) {
  if (streaming === next) return;
  streaming = next;
  for (const watcher of watchers) watcher();
}

/** Whether the event stream is open; while it is not, pages fall back to polling. */
export function useStreaming(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => streaming,
  );
}

export function useSessionEvents(listener: (event: SessionsEvent) => void) {
  useEffect(() => {
    sessionListeners.add(listener);
    return () => {
      sessionListeners.delete(listener);
    };
  }, [listener]);
}

/** Keeps the event stream open until the returned function is called. */
export function openLiveFeed(queryClient: QueryClient): () => void {
  const stop = new AbortController();
  void run(queryClient, stop.signal);
  return () => stop.abort();
}

async function run(queryClient: QueryClient, stopped: AbortSignal) {
  let delay = RETRY_MILLIS;
  let lastId: string | undefined;
  while (!stopped.aborted) {
    const attempt = new AbortController();
    const end = () => attempt.abort();
    stopped.addEventListener("abort", end);
    try {
      await read(attempt, lastId, (event) => {
        delay = RETRY_MILLIS;
        lastId = event.id ?? lastId;
        apply(event, queryClient);
      });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return;
    } finally {
      stopped.removeEventListener("abort", end);
      setStreaming(false);
    }
    await pause(delay, stopped);
    delay = Math.min(delay * 2, RETRY_MAX_MILLIS);
  }
}

async function read(
  attempt: AbortController,
  lastId: string | undefined,
  onEvent: (event: ServerEvent) => void,
) {
  const headers: Record<string, string> = { Accept: "text/event-stream" };
  if (lastId) headers["Last-Event-ID"] = lastId;
  let silence = setTimeout(() => attempt.abort(), SILENCE_MILLIS);
  try {
    const response = await send("/events", { headers, signal: attempt.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const parser = new EventStreamParser();
    setStreaming(true);
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return;
      clearTimeout(silence);
      silence = setTimeout(() => attempt.abort(), SILENCE_MILLIS);
      contact.made();
      for (const event of parser.push(chunk.value)) onEvent(event);
    }
  } finally {
    clearTimeout(silence);
  }
}

function apply(event: ServerEvent, queryClient: QueryClient) {
  if (event.type === "status") {
    queryClient.setQueryData<Status>(["status"], JSON.parse(event.data) as Status);
  } else if (event.type === "sessions") {
    const sessions = JSON.parse(event.data) as SessionsEvent;
    for (const listener of sessionListeners) listener(sessions);
  } else if (event.type === "reset") {
    void queryClient.invalidateQueries();
  }
}

function pause(millis: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    stopped.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
