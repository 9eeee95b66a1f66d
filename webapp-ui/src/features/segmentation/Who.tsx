import type { ClusterDetail } from "@/api/segmentation";
import { count } from "@/lib/format";

const ATTRIBUTES = [
  ["profile", "Profile"],
  ["group", "AD group"],
  ["deviceType", "Device type"],
  ["os", "Operating system"],
  ["vlan", "VLAN"],
  ["sgtName", "SGT now"],
] as const;

/** Who the members are: by attribute, how many have a value, and how many have it anywhere. */
export function Who({ detail }: { detail: ClusterDetail }) {
  const rows = ATTRIBUTES.flatMap(([attribute, label]) =>
    (detail.who[attribute] ?? []).map((share) => ({ label, ...share })),
  );
  return (
    <section className="cl-card">
      <h2 className="cl-card__title">Who they are</h2>
      {rows.length === 0 ? (
        <p className="cl-muted">Of no member profile, user, VLAN or SGT is known.</p>
      ) : (
        <table className="cl-plain" aria-label="Who the members are">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Value</th>
              <th scope="col" className="cl-end">
                Members
              </th>
              <th scope="col" className="cl-end">
                Of all who have it
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.label} ${row.value}`}>
                <td>{row.label}</td>
                <td>{row.value}</td>
                <td className="cl-end">{count(row.members)}</td>
                <td className="cl-end">{Math.round((100 * row.members) / row.all)} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
