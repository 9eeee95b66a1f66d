import { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { ApiProblem } from "@/api/problem";
import { meQuery } from "@/api/queries";
import type { Search } from "@/lib/search";
import { parseSearch, stringifySearch } from "@/lib/search";
import { NotFound } from "./NotFound";
import { PageFailure } from "./PageFailure";
import { Shell } from "./Shell";

interface Context {
  queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/login",
  validateSearch: (search) => search as Search,
  component: lazyRouteComponent(() => import("@/features/access/LoginPage"), "LoginPage"),
});

/** Everything behind the login. Without contact to the server the shell opens all the same and says so. */
const signedIn = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  component: Shell,
  validateSearch: (search) => search as Search,
  notFoundComponent: NotFound,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401)
        throw redirect({ to: "/login", search: { next: location.href } as never });
    }
  },
});

const under = { getParentRoute: () => signedIn };

const routes = [
  createRoute({
    ...under,
    path: "/",
    component: lazyRouteComponent(() => import("@/features/overview/OverviewPage"), "OverviewPage"),
  }),
  createRoute({
    ...under,
    path: "/sessions",
    component: lazyRouteComponent(() => import("@/features/sessions/SessionsPage"), "SessionsPage"),
  }),
  createRoute({
    ...under,
    path: "/devices",
    component: lazyRouteComponent(() => import("@/features/devices/DevicesPage"), "DevicesPage"),
  }),
  createRoute({
    ...under,
    path: "/devices/$mac",
    component: lazyRouteComponent(() => import("@/features/devices/DevicePage"), "DevicePage"),
  }),
  createRoute({
    ...under,
    path: "/users",
    component: lazyRouteComponent(() => import("@/features/users/UsersPage"), "UsersPage"),
  }),
  createRoute({
    ...under,
    path: "/users/$id",
    component: lazyRouteComponent(() => import("@/features/users/UserPage"), "UserPage"),
  }),
  createRoute({
    ...under,
    path: "/flows",
    component: lazyRouteComponent(() => import("@/features/flows/FlowsPage"), "FlowsPage"),
  }),
  createRoute({
    ...under,
    path: "/flows/groups",
    component: lazyRouteComponent(() => import("@/features/flows/GroupsPage"), "FlowGroupsPage"),
  }),
  createRoute({
    ...under,
    path: "/flows/matrix",
    component: lazyRouteComponent(() => import("@/features/flows/MatrixPage"), "MatrixPage"),
  }),
  createRoute({
    ...under,
    path: "/segmentation",
    component: lazyRouteComponent(
      () => import("@/features/segmentation/SegmentationPage"),
      "SegmentationPage",
    ),
  }),
  createRoute({
    ...under,
    path: "/segmentation/review",
    component: lazyRouteComponent(() => import("@/features/segmentation/ReviewPage"), "ReviewPage"),
  }),
  createRoute({
    ...under,
    path: "/segmentation/decisions",
    component: lazyRouteComponent(() => import("@/features/segmentation/DecisionsPage"), "DecisionsPage"),
  }),
  createRoute({
    ...under,
    path: "/segmentation/runs",
    component: lazyRouteComponent(() => import("@/features/segmentation/RunsPage"), "RunsPage"),
  }),
  createRoute({
    ...under,
    path: "/segmentation/map",
    component: lazyRouteComponent(() => import("@/features/segmentation/MapPage"), "MapPage"),
  }),
  createRoute({
    ...under,
    path: "/segmentation/$id",
    component: lazyRouteComponent(() => import("@/features/segmentation/ClusterPage"), "ClusterPage"),
  }),
  createRoute({
    ...under,
    path: "/flows/new",
    component: lazyRouteComponent(() => import("@/features/flows/NewFlowsPage"), "NewFlowsPage"),
  }),
  createRoute({
    ...under,
    path: "/flows/findings",
    component: lazyRouteComponent(() => import("@/features/flows/FindingsPage"), "FindingsPage"),
  }),
  createRoute({
    ...under,
    path: "/flows/imports",
    component: lazyRouteComponent(() => import("@/features/flows/ImportsPage"), "ImportsPage"),
  }),
  createRoute({
    ...under,
    path: "/groups",
    component: lazyRouteComponent(() => import("@/features/groups/GroupsPage"), "GroupsPage"),
  }),
  createRoute({
    ...under,
    path: "/connectors",
    component: lazyRouteComponent(() => import("@/features/connectors/ConnectorsPage"), "ConnectorsPage"),
  }),
  createRoute({
    ...under,
    path: "/connectors/ledger",
    component: lazyRouteComponent(() => import("@/features/connectors/LedgerPage"), "LedgerPage"),
  }),
  createRoute({
    ...under,
    path: "/connectors/gaps",
    component: lazyRouteComponent(() => import("@/features/connectors/GapsPage"), "GapsPage"),
  }),
  createRoute({
    ...under,
    path: "/connectors/reconciles",
    component: lazyRouteComponent(() => import("@/features/connectors/ReconcilesPage"), "ReconcilesPage"),
  }),
  createRoute({
    ...under,
    path: "/connectors/quarantine",
    component: lazyRouteComponent(() => import("@/features/connectors/QuarantinePage"), "QuarantinePage"),
  }),
  createRoute({
    ...under,
    path: "/connectors/exporters",
    component: lazyRouteComponent(() => import("@/features/connectors/ExportersPage"), "ExportersPage"),
  }),
  createRoute({
    ...under,
    path: "/connectors/test",
    component: lazyRouteComponent(() => import("@/features/connectors/TestPage"), "TestPage"),
  }),
  createRoute({
    ...under,
    path: "/search",
    component: lazyRouteComponent(() => import("@/features/search/SearchPage"), "SearchPage"),
  }),
  createRoute({
    ...under,
    path: "/access/accounts",
    component: lazyRouteComponent(() => import("@/features/access/AccountsPage"), "AccountsPage"),
  }),
  createRoute({
    ...under,
    path: "/access/tokens",
    component: lazyRouteComponent(() => import("@/features/access/TokensPage"), "TokensPage"),
  }),
  createRoute({
    ...under,
    path: "/access/audit",
    component: lazyRouteComponent(() => import("@/features/access/AuditPage"), "AuditPage"),
  }),
  createRoute({
    ...under,
    path: "/access/password",
    component: lazyRouteComponent(() => import("@/features/access/PasswordPage"), "PasswordPage"),
  }),
  createRoute({
    ...under,
    path: "/access",
    component: lazyRouteComponent(() => import("@/features/access/AccessPage"), "AccessPage"),
  }),
  createRoute({ ...under, path: "$", component: NotFound }),
] as const;

export function makeRouter(
  queryClient: QueryClient,
  history?: Parameters<typeof createRouter>[0]["history"],
) {
  return createRouter({
    routeTree: rootRoute.addChildren([loginRoute, signedIn.addChildren(routes)]),
    context: { queryClient },
    history,
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultErrorComponent: PageFailure,
    pathParamsAllowedCharacters: [":", "@"],
    scrollRestoration: false,
  });
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
