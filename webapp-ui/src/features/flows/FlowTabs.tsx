import { Link, useSearch } from "@tanstack/react-router";
import type { Search } from "@/lib/search";
import { keptSearch } from "@/ui/flows/flowSearch";

const PAGES = [
  { to: "/flows", label: "Conversations" },
  { to: "/flows/new", label: "New" },
  { to: "/flows/groups", label: "Summed up" },
  { to: "/flows/matrix", label: "Group to group" },
  { to: "/flows/findings", label: "Groups in doubt" },
  { to: "/flows/imports", label: "Files" },
] as const;

/** Lists of other things than traffic, which have filters of their own. */
const OTHERS: ReadonlySet<string> = new Set(["/flows/findings", "/flows/imports"]);

/** The pages about flows; filters and window go along. */
export function FlowTabs() {
  const search = useSearch({ strict: false }) as Search;
  return (
    <nav className="cl-tabs" aria-label="Flows">
      <ul>
        {PAGES.map((page) => (
          <li key={page.to}>
            <Link
              to={page.to}
              search={(OTHERS.has(page.to) ? {} : keptSearch(search)) as never}
              className="cl-tabs__link"
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ className: "cl-tabs__link cl-tabs__link--here", "aria-current": "page" }}
            >
              {page.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
