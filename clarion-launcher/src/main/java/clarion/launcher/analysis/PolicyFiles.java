package clarion.launcher.analysis;

import clarion.domain.policy.PolicyCell;
import clarion.domain.policy.ProposedPolicy;
import clarion.domain.policy.mining.Groups;
import clarion.domain.policy.mining.Mined;
import clarion.domain.policy.mining.Miner;
import clarion.domain.policy.mining.MiningSettings;
import clarion.domain.policy.mining.Permit;
import clarion.domain.policy.mining.TrafficUsage;
import clarion.domain.segmentation.campus.Analysis;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mines a policy for the groups that were found, and writes it: who may ask whom for what, the matrix, each SGACL, and
 * why. Protocols are numbers, as exporters write them; the port of ICMP is type times 256 plus code.
 */
final class PolicyFiles {

    static final String PERMITS = "permits.csv";
    static final String MATRIX = "matrix.csv";
    static final String POLICY = "policy.json";
    static final String SGACLS = "sgacls";

    private final Analysis analysis;
    private final Mined mined;
    private final ProposedPolicy policy;

    private PolicyFiles(Analysis analysis, Mined mined) {
        this.analysis = analysis;
        this.mined = mined;
        this.policy = ProposedPolicy.of(mined);
    }

    static PolicyFiles mine(Analysis analysis) {
        TrafficUsage usage = new TrafficUsage(analysis.evidence().traffic());
        List<String> names = new ArrayList<>();
        for (int g = 0; g < analysis.grouping().groups(); g++) {
            names.add(Integer.toString(analysis.id(g)));
        }
        Groups groups = usage.groups(names, analysis.grouping()::group);
        return new PolicyFiles(analysis, Miner.mine(usage, groups, MiningSettings.DEFAULTS));
    }

    void write(ResultFiles files) throws IOException {
        files.file(PERMITS, this::permits);
        files.file(MATRIX, this::matrix);
        Set<String> written = new HashSet<>();
        for (var sgacl : policy.sgacls().entrySet()) {
            String name = sgacl.getKey() + ".txt";
            written.add(name);
            files.file(SGACLS + "/" + name, out -> out.write(sgacl.getValue().text() + "\n"));
        }
        files.keepOnly(SGACLS, written);
        files.json(POLICY, json -> new PolicyJson(analysis, mined, policy, json).write());
    }

    /** One line for people. */
    String line() {
        return "Policy: " + mined.permits().size() + " services between groups, "
                + policy.cells().size()
                + " cells with " + policy.aces() + " lines in "
                + policy.sgacls().size() + " SGACLs; "
                + mined.review().size() + " to look at";
    }

    private void permits(Writer out) throws IOException {
        out.write("src_cluster,dst_cluster,proto,port_lo,port_hi\n");
        for (Permit permit : mined.permits()) {
            out.write(name(permit.client())
                    + ','
                    + name(permit.server())
                    + ','
                    + permit.service().protocol()
                    + ','
                    + permit.service().low()
                    + ','
                    + permit.service().high()
                    + '\n');
        }
    }

    private void matrix(Writer out) throws IOException {
        out.write("src_cluster,dst_cluster,sgacl,aces\n");
        for (PolicyCell cell : policy.cells()) {
            out.write(name(cell.source())
                    + ','
                    + name(cell.destination())
                    + ','
                    + cell.sgaclName()
                    + ','
                    + cell.sgacl().aces().size()
                    + '\n');
        }
        // The default cell: every pair that has no row of its own.
        out.write("ANY,ANY,Deny IP,1\n");
    }

    private String name(int group) {
        return mined.groups().name(group);
    }
}
