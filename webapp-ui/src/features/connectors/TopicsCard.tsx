import type { ConnectorDetail, TopicStatus } from "@/api/connectors";
import { Mono, ToneIcon } from "@/ui/marks";
import { Nothing, Time } from "@/ui/Time";
import { topicName } from "@/ui/topicWords";

/** Each topic by itself: one may be refused or absent while the others are live. */
export function TopicsCard({ connector }: { connector: ConnectorDetail }) {
  const { topics } = connector;
  return (
    <section className="cl-card">
      <h2 className="cl-card__title">Topics</h2>
      {topics.length === 0 ? (
        <p className="cl-muted">No topic is followed while there is no connection.</p>
      ) : (
        <div className="cl-scroll" tabIndex={0} role="region" aria-label="Topics, scrollable">
          <table className="cl-plain cl-topics" aria-label="Topics">
            <thead>
              <tr>
                <th scope="col">Topic</th>
                <th scope="col">State</th>
                <th scope="col" className="cl-end">
                  Sequence
                </th>
                <th scope="col">Last event</th>
                <th scope="col">In this state since</th>
                <th scope="col">Destination</th>
              </tr>
            </thead>
            <tbody>
              {topics.map((topic) => (
                <TopicRow key={topic.topic} topic={topic} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const STATES = {
  LIVE: { tone: "good", said: "Live" },
  SYNCING: { tone: "busy", said: "Downloading" },
  NOT_OFFERED: { tone: "idle", said: "Not offered by this ISE" },
  REFUSED: { tone: "bad", said: "Refused by ISE" },
  OFF: { tone: "idle", said: "Off" },
} as const;

function TopicRow({ topic }: { topic: TopicStatus }) {
  const { tone, said } = STATES[topic.state] ?? { tone: "idle", said: topic.state };
  return (
    <tr>
      <th scope="row">{topicName(topic.topic)}</th>
      <td>
        <span className="cl-tag">
          <ToneIcon tone={tone} /> {said}
        </span>
        {topic.problem ? <div className="cl-topics__problem">{topic.problem.what}</div> : null}
      </td>
      <td className="cl-end">{topic.sequence ?? <Nothing reason="not numbered" />}</td>
      <td>
        <Time at={topic.lastEventAt} as="ago" />
      </td>
      <td>
        <Time at={topic.since} />
      </td>
      <td>
        <Mono>{topic.destination}</Mono>
      </td>
    </tr>
  );
}
