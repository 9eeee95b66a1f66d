import type { ReactNode } from "react";
import type { Sighting } from "@/api/types";
import { Time } from "./Time";

interface Props {
  title: string;
  sightings: readonly Sighting[];
  say?: (value: string) => ReactNode;
}

/** Every value that was ever seen, newest first, with a bar of when within the whole time. */
export function Sightings({ title, sightings, say = (value) => value }: Props) {
  const sorted = [...sightings].sort((a, b) => b.lastSeen.localeCompare(a.lastSeen));
  const from = Math.min(...sightings.map((one) => Date.parse(one.firstSeen)));
  const to = Math.max(...sightings.map((one) => Date.parse(one.lastSeen)));
  const span = Math.max(1, to - from);
  return (
    <section className="cl-card">
      <h2 className="cl-card__title">
        {title} <span className="cl-muted">{sightings.length}</span>
      </h2>
      {sightings.length === 0 ? (
        <p className="cl-muted">None seen</p>
      ) : (
        <table className="cl-sightings">
          <thead>
            <tr>
              <th scope="col">
                <span className="pf-v6-screen-reader">{title}</span>
              </th>
              <th scope="col">First seen</th>
              <th scope="col">Last seen</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <tr key={one.value}>
                <th scope="row">
                  {say(one.value)}
                  <span className="cl-sightings__track" aria-hidden="true">
                    <span
                      className="cl-sightings__fill"
                      style={{
                        marginInlineStart: `${(100 * (Date.parse(one.firstSeen) - from)) / span}%`,
                        width: `${Math.max(2, (100 * (Date.parse(one.lastSeen) - Date.parse(one.firstSeen))) / span)}%`,
                      }}
                    />
                  </span>
                </th>
                <td>
                  <Time at={one.firstSeen} />
                </td>
                <td>
                  <Time at={one.lastSeen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
