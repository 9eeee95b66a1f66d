import { plain, words } from "@/lib/format";
import { Nothing } from "@/ui/Time";

type State = Record<string, unknown> | undefined;

/** What was before and what is now, field by field; what did not change is left out. */
export function Differences({ before, after }: { before: State; after: State }) {
  const fields = changes(before, after);
  if (!before && !after) return null;
  if (fields.length === 0) return <p className="cl-muted">Nothing differed.</p>;
  return (
    <>
      <h3>What changed</h3>
      <table className="cl-plain" aria-label="What changed">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <td>{words(field)}</td>
              <td>{said(before?.[field])}</td>
              <td>{said(after?.[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function changes(before: State, after: State): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => plain(before?.[name]) !== plain(after?.[name])).sort();
}

function said(value: unknown) {
  const text = plain(value);
  return text === "" ? <Nothing reason="nothing" /> : <span className="cl-break">{text}</span>;
}
