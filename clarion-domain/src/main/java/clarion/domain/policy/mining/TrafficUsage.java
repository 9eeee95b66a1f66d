package clarion.domain.policy.mining;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.Orientation;
import clarion.domain.flows.identity.Address;
import clarion.domain.flows.identity.Networks;
import clarion.domain.segmentation.campus.Traffic;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The traffic of a campus as mining takes it, with whichever groups its endpoints are in. */
public record TrafficUsage(Traffic traffic) implements Usage {

    /**
     * Who is in which group.
     *
     * @param names of the groups
     * @param groupOf per endpoint the number of its group, or {@link Groups#UNKNOWN}
     */
    public Groups groups(List<String> names, IntUnaryOperator groupOf) {
        int endpoints = traffic.endpoints().size();
        int[] of = new int[endpoints + traffic.others().size()];
        int[] sizes = new int[names.size()];
        for (int i = 0; i < endpoints; i++) {
            of[i] = groupOf.applyAsInt(i);
            if (of[i] >= 0) {
                sizes[of[i]]++;
            }
        }
        of[endpoints] = Groups.EXTERNAL;
        for (int i = endpoints + 1; i < of.length; i++) {
            Address address = Address.of(IpAddress.parse(traffic.name(i)));
            of[i] = Networks.isGroup(address) ? Groups.MULTICAST : Groups.UNKNOWN;
        }
        return new Groups(names, of, sizes);
    }

    @Override
    public int rows() {
        return traffic.rows();
    }

    @Override
    public int client(int row) {
        return traffic.client(row);
    }

    @Override
    public int server(int row) {
        return traffic.server(row);
    }

    @Override
    public int protocol(int row) {
        return traffic.protocol(row);
    }

    @Override
    public int port(int row) {
        return traffic.port(row);
    }

    @Override
    public int conversations(int row) {
        return traffic.conversations(row);
    }

    @Override
    public int answered(int row) {
        return traffic.answered(row);
    }

    @Override
    public int scans(int row) {
        return traffic.scans(row);
    }

    @Override
    public boolean isSymmetric(int row) {
        return traffic.protocol(row) == 17
                && traffic.port(row) < 49_152
                && !Orientation.PORT_CLASS.isIn(traffic.evidence(row));
    }

    @Override
    public long days(int row) {
        return traffic.days(row);
    }
}
