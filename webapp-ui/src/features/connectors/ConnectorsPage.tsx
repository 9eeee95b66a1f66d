import { useConnector } from "@/api/connectorQueries";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { PageHead } from "@/ui/PageHead";
import { PanelBones } from "@/ui/PanelBones";
import { AttentionList } from "./AttentionList";
import { CertificateCard } from "./CertificateCard";
import { ConnectorHead } from "./ConnectorHead";
import { ConnectorTabs } from "./ConnectorTabs";
import { IdentityCard } from "./IdentityCard";
import { Path } from "./Path";
import { QueueCard } from "./QueueCard";
import { StateBanner } from "./StateBanner";
import { TopicsCard } from "./TopicsCard";
import { TrafficCard } from "./TrafficCard";
import "./connectors.css";

/** The connection to ISE: how it is and why, what is wrong and what to do, and by whom it is spoken to. */
export function ConnectorsPage() {
  const { query, connector } = useConnector();
  return (
    <div className="cl-page">
      <ConnectorTabs />
      {connector ? <ConnectorHead connector={connector} /> : <PageHead title="Connection to ISE" />}
      {query.isError && !connector ? (
        <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? (
        <section className="cl-card">
          <PanelBones />
        </section>
      ) : null}
      {connector ? (
        <>
          <StateBanner connector={connector} />
          <AttentionList connector={connector} />
          <Path connector={connector} />
          <div className="cl-grid cl-grid--three">
            <IdentityCard connector={connector} />
            <CertificateCard connector={connector} />
            <TrafficCard connector={connector} />
          </div>
          <QueueCard />
          <TopicsCard connector={connector} />
        </>
      ) : null}
    </div>
  );
}
