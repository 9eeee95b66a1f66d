import type { PeerCertificate } from "@/api/connectors";
import { localDate, relative, useNow } from "@/lib/time";
import { CopyText } from "@/ui/CopyText";
import { Facts } from "@/ui/Facts";

/** The certificates that ISE showed, its own first. */
export function PeerChain({ chain }: { chain: readonly PeerCertificate[] }) {
  const now = useNow();
  return (
    <details className="cl-chain">
      <summary>ISE's certificate and its chain ({chain.length})</summary>
      <ol>
        {chain.map((one, index) => (
          <li key={one.fingerprintSha256 + one.subject}>
            <h4>{index === 0 ? "ISE's own" : `CA ${index}`}</h4>
            <Facts
              facts={[
                { term: "Subject", value: one.subject },
                { term: "Issuer", value: one.issuer },
                one.names && one.names.length > 0
                  ? { term: "Names", value: one.names.join(", ") }
                  : undefined,
                {
                  term: "Valid",
                  value: `${localDate(one.notBefore)} to ${localDate(one.notAfter)}, ${
                    Date.parse(one.notAfter) <= now ? "expired" : "ends"
                  } ${relative(one.notAfter, now)}`,
                },
                { term: "SHA-256", value: <CopyText text={one.fingerprintSha256} what="fingerprint" /> },
              ]}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}
