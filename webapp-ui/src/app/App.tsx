import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { rememberCsrfToken, whenSessionExpires } from "@/api/client";
import { meQuery } from "@/api/queries";
import type { makeRouter } from "./router";

interface Props {
  queryClient: QueryClient;
  router: ReturnType<typeof makeRouter>;
}

/** The whole console; when the session ends it goes to the login and comes back to the same URL. */
export function App({ queryClient, router }: Props) {
  useEffect(() => {
    whenSessionExpires(() => {
      const { pathname, href } = router.state.location;
      const wasIn = queryClient.getQueryData(meQuery.queryKey) !== undefined;
      if (pathname === "/login" || !wasIn) return;
      rememberCsrfToken(undefined);
      queryClient.removeQueries({ queryKey: meQuery.queryKey });
      void router.navigate({ to: "/login", search: { next: href, expired: "1" } as never });
    });
    return () => whenSessionExpires(() => {});
  }, [queryClient, router]);
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
