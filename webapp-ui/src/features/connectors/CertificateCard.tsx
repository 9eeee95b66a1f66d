import type { ClientCertificate, ConnectorDetail } from "@/api/connectors";
import { localDate, relative, useNow } from "@/lib/time";
import { CopyText } from "@/ui/CopyText";
import { Facts } from "@/ui/Facts";
import { ToneIcon } from "@/ui/marks";

/** What ISE knows Clarion by, and how long it will do. */
export function CertificateCard({ connector }: { connector: ConnectorDetail }) {
  const { certificate } = connector;
  return (
    <section className="cl-card">
      <h2 className="cl-card__title">Client certificate</h2>
      {certificate ? (
        <Facts
          facts={[
            { term: "Subject", value: certificate.subject },
            { term: "Issuer", value: certificate.issuer },
            { term: "Valid", value: <Validity certificate={certificate} /> },
            {
              term: "SHA-256",
              value: <CopyText text={certificate.fingerprintSha256} what="fingerprint" />,
            },
            { term: "From", value: <span className="cl-break">{certificate.source}</span> },
            certificate.problem
              ? {
                  term: "Newer file",
                  value: (
                    <span>
                      <ToneIcon tone="warn" /> refused: {certificate.problem.what}
                    </span>
                  ),
                }
              : undefined,
          ]}
        />
      ) : (
        <p className="cl-muted">None in use. Without one Clarion needs a pxGrid account with a password.</p>
      )}
    </section>
  );
}

function Validity({ certificate }: { certificate: ClientCertificate }) {
  const now = useNow();
  const { expiry, notBefore, notAfter } = certificate;
  const tone = expiry === "OK" ? undefined : expiry === "EXPIRED" || expiry === "DUE_7" ? "bad" : "warn";
  return (
    <span>
      {tone ? <ToneIcon tone={tone} /> : null} {localDate(notBefore)} to {localDate(notAfter)}
      <br />
      <span className={tone ? undefined : "cl-muted"}>
        {Date.parse(notAfter) <= now ? "expired" : "ends"} {relative(notAfter, now)}
      </span>
    </span>
  );
}
