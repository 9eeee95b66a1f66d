import type { ClusterTrait } from "@/api/segmentation";

/** What members do or are, in words with figures. */
export function TraitList({ traits, none }: { traits: readonly ClusterTrait[]; none: string }) {
  if (traits.length === 0) return <p className="cl-muted">{none}</p>;
  return (
    <ul className="cl-traits">
      {traits.map((trait) => (
        <li key={trait.text}>{trait.text}</li>
      ))}
    </ul>
  );
}
