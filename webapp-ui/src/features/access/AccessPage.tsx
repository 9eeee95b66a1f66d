import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { meQuery, useHasRole } from "@/api/queries";

/** Leads to the first of the access pages that the person signed in may see. */
export function AccessPage() {
  const { data: me } = useQuery(meQuery);
  const administrator = useHasRole("administrator");
  if (!me) return null;
  return <Navigate to={administrator ? "/access/accounts" : "/access/tokens"} replace />;
}
