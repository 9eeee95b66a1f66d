import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clusterTrafficQuery, type ServiceUse } from "@/api/segmentation";
import { bytes } from "@/lib/bytes";
import { count } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { ServiceName } from "@/ui/flows/ServiceName";
import { PanelBones } from "@/ui/PanelBones";

/** Traffic in and out by service and far end, in the window of the run. */
export function ClusterServices({ id }: { id: string }) {
  const query = useQuery(clusterTrafficQuery(id));
  return (
    <section className="cl-card">
      <h2 className="cl-card__title">Traffic</h2>
      {query.isPending ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data ? (
        <div className="cl-clusterwhy">
          <Services
            label="Members use"
            uses={query.data.uses}
            far="Of"
            none="No member was seen to use anything."
          />
          <Services
            label="Members offer"
            uses={query.data.offers}
            far="To"
            none="Nobody was seen to use anything of a member."
          />
        </div>
      ) : null}
    </section>
  );
}

function Services(props: { label: string; uses: readonly ServiceUse[]; far: string; none: string }) {
  return (
    <div>
      <h3>{props.label}</h3>
      {props.uses.length === 0 ? (
        <p className="cl-muted">{props.none}</p>
      ) : (
        <table className="cl-plain" aria-label={props.label}>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">{props.far}</th>
              <th scope="col" className="cl-end">
                Members
              </th>
              <th scope="col" className="cl-end">
                Conversations
              </th>
              <th scope="col" className="cl-end">
                Volume
              </th>
            </tr>
          </thead>
          <tbody>
            {props.uses.map((use) => (
              <tr key={`${use.protocol}/${use.service}-${use.serviceLast} ${use.cluster ?? ""} ${use.far}`}>
                <td>
                  <ServiceName of={use} />
                </td>
                <td>
                  {use.cluster ? (
                    <Link to="/segmentation/$id" params={{ id: use.cluster }}>
                      {use.far}
                    </Link>
                  ) : (
                    use.far
                  )}
                </td>
                <td className="cl-end">{count(use.members)}</td>
                <td className="cl-end">{count(use.conversations)}</td>
                <td className="cl-end">{bytes(use.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
