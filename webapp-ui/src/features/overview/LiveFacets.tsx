import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { facetsQuery } from "@/api/queries";
import { BarTable } from "@/charts/BarTable";
import { authMethod } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { PanelBones } from "@/ui/PanelBones";

const GROUPS = [
  { field: "sgtName", title: "Security groups", head: "Security group", say: (value: string) => value },
  { field: "endpointProfile", title: "Profiles", head: "Profile", say: (value: string) => value },
  { field: "authMethod", title: "Authentication methods", head: "Method", say: authMethod },
] as const;
const FIELDS = GROUPS.map((group) => group.field);
const TOP = 8;

/** What the live sessions are made of. */
export function LiveFacets() {
  const query = useQuery(facetsQuery("/sessions", FIELDS, { live: true }));
  if (query.isError && !query.data)
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="cl-grid cl-grid--three">
      {GROUPS.map((group) => {
        const values = query.data?.facets[group.field];
        return (
          <section key={group.field} className="cl-card">
            <h2 className="cl-card__title">
              {group.title} <span className="cl-muted">of live sessions</span>
            </h2>
            {values === undefined ? (
              <PanelBones lines={5} />
            ) : values.length === 0 ? (
              <p className="cl-muted">No live session says.</p>
            ) : (
              <BarTable
                caption={`Live sessions by ${group.head.toLowerCase()}`}
                heads={[group.head, "Live sessions"]}
                total={query.data?.total ?? 0}
                bars={values.slice(0, TOP).map((one) => ({
                  key: one.value,
                  value: one.count,
                  label: (
                    <Link to="/sessions" search={{ live: "true", [group.field]: one.value } as never}>
                      {group.say(one.value)}
                    </Link>
                  ),
                }))}
              />
            )}
            {values && values.length > TOP ? (
              <p className="cl-muted cl-card__foot">
                The {TOP} most frequent of {values.length >= 20 ? "20 or more" : values.length}
              </p>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}
