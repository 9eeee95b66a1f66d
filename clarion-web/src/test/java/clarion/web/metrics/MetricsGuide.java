package clarion.web.metrics;

import java.util.Locale;

/** Writes docs/metrics.md from the metrics that the code can serve. */
final class MetricsGuide {

    private static final String HEAD = """
            # Metrics

            <!-- Generated from clarion.web.metrics.Metric. To change it, change that, then run
                 ./mvnw -pl clarion-web -am test -Dtest=MetricsGuideTest -Dclarion.docs.write=true -Dsurefire.failIfNoSpecifiedTests=false -->

            `GET /metrics` answers in the text format of Prometheus (0.0.4), the same on Payara Micro, Payara Server and
            WildFly. Every name that it can serve stands below.

            ## How Prometheus gets in

            Nobody reads `/metrics` without a key. Make one and hand it to both sides as a file:

            ```sh
            (umask 077; head -c 32 /dev/urandom | base64 >metrics_token)
            ```

            | side | setting |
            |---|---|
            | Clarion | `clarion.metrics.token-file = /run/secrets/metrics_token` |
            | Prometheus | `authorization: {type: Bearer, credentials_file: /run/secrets/metrics_token}`, as in `docker/observability/prometheus.yml` |

            The key opens `GET /metrics` and nothing else. It works while the database is away, so that the alert which says so
            can be raised; an API token of a viewer is taken too, but is looked up in the database. The file is read for each
            request: to change the key, write the new one to both files.

            ## Alerts and dashboard

            `docker/observability/alerts.yml` has the alert rules, with a unit test for each (`docker/observability/check`), and
            `docker/observability/grafana/` a dashboard with its provisioning. What to do about an alert stands in
            [operating](operating.md#trouble-by-symptom), under the heading that its `runbook` names. Who needs more about
            PostgreSQL, the hosts or the disks asks their own exporters: Clarion tells what it sees itself.

            Totals of topics come from the database and survive restarts; every replica tells the same, so take `max by (topic)`,
            never the sum. Counters without a topic, such as requests, logins and runs of jobs, are of one process since it
            started: take the sum of their rates.

            ## Every metric

            | name | type | labels | meaning |
            |---|---|---|---|
            """;

    private MetricsGuide() {}

    static String render() {
        StringBuilder guide = new StringBuilder(HEAD);
        for (Metric metric : Metric.values()) {
            guide.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            metric.id(),
                            metric.type().name().toLowerCase(Locale.ROOT),
                            metric.labels().isEmpty() ? "" : "`" + String.join("`, `", metric.labels()) + "`",
                            metric.help()));
        }
        return guide.toString();
    }
}
