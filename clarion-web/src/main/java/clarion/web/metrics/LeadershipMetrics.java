package clarion.web.metrics;

import clarion.ejb.connectors.leadership.Leadership;
import clarion.ejb.connectors.leadership.Member;
import clarion.ejb.connectors.leadership.Term;

/** Who holds the connection to ISE and who would take it over; from the database, so every process tells the same. */
final class LeadershipMetrics {

    private LeadershipMetrics() {}

    static void write(MetricsText text, Leadership leadership) {
        Term term = leadership.term();
        text.single(Metric.LEADERSHIP_TERM, term.epoch())
                .single(
                        Metric.LEADERSHIP_SINCE,
                        term.since() == null ? null : term.since().toEpochMilli() / 1e3);
        text.family(Metric.LEADERSHIP_LEADER);
        long leading = 0;
        for (Member member : leadership.members()) {
            if (member.name().equals(term.holder())) {
                text.sample(Metric.LEADERSHIP_LEADER, 1, member.name());
                leading++;
            }
        }
        text.family(Metric.LEADERSHIP_PROCESSES)
                .sample(Metric.LEADERSHIP_PROCESSES, leading, "leads")
                .sample(Metric.LEADERSHIP_PROCESSES, leadership.members().size() - leading, "stands-by");
    }
}
