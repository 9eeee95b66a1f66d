import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Search } from "@/lib/search";

interface Props {
  to: "/flows" | "/flows/groups" | "/flows/matrix";
  search: Search;
  mono?: boolean;
  children: ReactNode;
}

/** A link to a page of flows with these filters and this window. */
export function FlowLink({ to, search, mono, children }: Props) {
  return (
    <Link to={to} search={search as never} className={mono ? "cl-mono" : undefined}>
      {children}
    </Link>
  );
}
