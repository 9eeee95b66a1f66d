package clarion.launcher.analysis;

import clarion.domain.policy.PolicyCell;
import clarion.domain.policy.PolicyLine;
import clarion.domain.policy.ProposedPolicy;
import clarion.domain.policy.SwitchLimits;
import clarion.domain.policy.mining.Evidence;
import clarion.domain.policy.mining.Groups;
import clarion.domain.policy.mining.Mined;
import clarion.domain.policy.mining.Permit;
import clarion.domain.policy.mining.ReviewItem;
import clarion.domain.policy.mining.Service;
import clarion.domain.segmentation.campus.Analysis;
import jakarta.json.stream.JsonGenerator;
import java.time.LocalDate;
import java.util.List;

/** Writes a policy with what each line rests on, what a person should decide, and whether switches can hold it. */
final class PolicyJson {

    private final Analysis analysis;
    private final Mined mined;
    private final ProposedPolicy policy;
    private final JsonGenerator json;
    private final LocalDate firstDay;

    PolicyJson(Analysis analysis, Mined mined, ProposedPolicy policy, JsonGenerator json) {
        this.analysis = analysis;
        this.mined = mined;
        this.policy = policy;
        this.json = json;
        this.firstDay = analysis.evidence().traffic().firstDay();
    }

    void write() {
        json.writeStartObject();
        size();
        json.writeStartArray("budget");
        SwitchLimits.TABLE.forEach(this::budget);
        json.writeEnd().writeStartObject("left_out");
        json.write("conversations_of_scans", mined.scans())
                .write("conversations_with_unknown_addresses", mined.unknown())
                .write("conversations_with_group_addresses", mined.multicast())
                .write("conversations_with_addresses_that_never_sent", mined.dead())
                .writeEnd();
        json.writeStartObject("sgacls");
        policy.sgacls().forEach((name, sgacl) -> {
            json.writeStartArray(name);
            sgacl.aces().forEach(ace -> json.write(ace.toString()));
            json.writeEnd();
        });
        json.writeEnd().writeStartArray("cells");
        policy.cells().forEach(this::cell);
        json.writeEnd().writeStartArray("review");
        mined.review().forEach(this::review);
        json.writeEnd().writeEnd();
    }

    private void size() {
        int largest = policy.cells().stream()
                .mapToInt(cell -> cell.sgacl().aces().size())
                .max()
                .orElse(0);
        json.writeStartObject("size")
                .write("groups", mined.groups().names().size())
                .write("services", mined.permits().size())
                .write("cells", policy.cells().size())
                .write("aces", policy.aces())
                .write("largest_cell", largest)
                .write("sgacls", policy.sgacls().size())
                .write("default", "deny ip")
                .writeEnd();
    }

    private void budget(SwitchLimits limits) {
        List<SwitchLimits.Overrun> overruns = limits.check(policy);
        json.writeStartObject()
                .write("model", limits.model())
                .write("source", limits.source())
                .write("fits", overruns.isEmpty())
                .writeStartArray("overruns");
        overruns.forEach(overrun -> json.writeStartObject()
                .write("what", overrun.what())
                .write("where", overrun.where())
                .write("needed", overrun.needed())
                .write("limit", overrun.limit())
                .writeEnd());
        json.writeEnd().writeEnd();
    }

    private void cell(PolicyCell cell) {
        json.writeStartObject();
        ends("source", cell.source());
        ends("destination", cell.destination());
        json.write("sgacl", cell.sgaclName()).writeStartArray("aces");
        cell.lines().forEach(this::line);
        json.writeEnd().writeEnd();
    }

    private void ends(String end, int group) {
        json.write(end, mined.groups().name(group));
        if (group >= 0) {
            json.write(end + "_label", analysis.label(group));
        } else if (group == Groups.EXTERNAL) {
            json.write(end + "_label", "outside");
        }
    }

    private void line(PolicyLine line) {
        json.writeStartObject().write("ace", line.ace().toString());
        permits("requests", line.requests());
        permits("replies_to", line.replies());
        json.writeEnd();
    }

    private void permits(String name, List<Permit> permits) {
        if (!permits.isEmpty()) {
            json.writeStartArray(name);
            for (Permit permit : permits) {
                json.writeStartObject();
                seen(permit.service(), permit.evidence());
                json.write("why", permit.why()).writeEnd();
            }
            json.writeEnd();
        }
    }

    private void seen(Service service, Evidence e) {
        json.write("service", service.toString())
                .write("clients", e.clients())
                .write("answered_clients", e.answeredClients())
                .write("servers", e.servers())
                .write("conversations", e.conversations())
                .write("answered_share", ClustersJson.rounded(e.answeredShare()))
                .write("ports", e.ports())
                .write("days", e.days());
        if (e.days() > 0) {
            json.write("first_day", firstDay.plusDays(e.firstDay()).toString())
                    .write("last_day", firstDay.plusDays(e.lastDay()).toString());
        }
    }

    private void review(ReviewItem item) {
        json.writeStartObject().write("reason", item.reason().name());
        ends("source", item.client());
        ends("destination", item.server());
        seen(item.service(), item.evidence());
        json.write("scans", item.evidence().scans()).write("text", item.text()).writeEnd();
    }
}
