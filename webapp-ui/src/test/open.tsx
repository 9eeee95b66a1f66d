import { createMemoryHistory } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { App } from "@/app/App";
import { makeQueryClient, makeRouter } from "@/app/router";
import { FakeClarion } from "../../fake/server.ts";

/** Opens the console at a path, over a fake Clarion. */
export function open(path: string, fake = new FakeClarion()) {
  vi.stubGlobal("fetch", fake.fetch);
  const queryClient = makeQueryClient();
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = makeRouter(queryClient, history);
  render(<App queryClient={queryClient} router={router} />);
  return { fake, router, user: userEvent.setup(), url: () => router.state.location.href };
}
