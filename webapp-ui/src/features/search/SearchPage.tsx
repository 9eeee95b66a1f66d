import { EmptyState, EmptyStateBody } from "@patternfly/react-core/dist/esm/components/EmptyState";
import SearchIcon from "@patternfly/react-icons/dist/esm/icons/search-icon";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { searchQuery } from "@/api/queries";
import { first, type Search } from "@/lib/search";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { PageHead } from "@/ui/PageHead";
import { PanelBones } from "@/ui/PanelBones";
import { hitGroups } from "@/ui/searchHits";

const MORE = new Map([
  ["Sessions", "/sessions" as const],
  ["Devices", "/devices" as const],
  ["Users", "/users" as const],
]);

/** Everything that a text finds, in groups. */
export function SearchPage() {
  const q = first((useSearch({ strict: false }) as Search).q) ?? "";
  const query = useQuery(searchQuery(q));
  const groups = query.data ? hitGroups(query.data) : [];
  return (
    <div className="cl-page">
      <PageHead title={q ? `Search: ${q}` : "Search"} />
      {q === "" ? <p>Type a MAC address, an IP address, a user or a security group above.</p> : null}
      {query.isLoading ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data && groups.length === 0 ? (
        <EmptyState variant="sm" icon={SearchIcon} titleText={`Nothing found for “${q}”`} headingLevel="h2">
          <EmptyStateBody>
            MAC addresses are found in any spelling, users by name or realm, addresses by their beginning.
          </EmptyStateBody>
        </EmptyState>
      ) : null}
      <div className="cl-grid cl-grid--two">
        {groups.map((group) => (
          <section key={group.title} className="cl-card">
            <header className="cl-card__head">
              <h2 className="cl-card__title">{group.title}</h2>
              {group.hits.length >= 5 ? <AllOf title={group.title} q={q} /> : null}
            </header>
            <ul className="cl-hits">
              {group.hits.map((hit) => (
                <li key={hit.key}>
                  <Link
                    className={hit.mono ? "cl-mono" : undefined}
                    to={hit.to}
                    params={hit.params as never}
                    search={hit.search as never}
                  >
                    {hit.label}
                  </Link>
                  <span className="cl-muted">{hit.note}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function AllOf({ title, q }: { title: string; q: string }) {
  const to = MORE.get(title);
  if (!to) return null;
  return (
    <Link to={to} search={{ q } as never}>
      All that match
    </Link>
  );
}
