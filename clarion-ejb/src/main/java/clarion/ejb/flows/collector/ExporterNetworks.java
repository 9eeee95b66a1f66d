package clarion.ejb.flows.collector;

import clarion.domain.devices.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The networks that exporters are expected in: addresses and prefixes. */
public final class ExporterNetworks implements Predicate<IpAddress> {

    private record Prefix(IpAddress network, int length) {

        boolean contains(IpAddress address) {
            byte[] expected = network.octets();
            byte[] octets = address.octets();
            if (octets.length != expected.length) {
                return false;
            }
            int whole = length / 8;
            for (int i = 0; i < whole; i++) {
                if (octets[i] != expected[i]) {
                    return false;
                }
            }
            int rest = length % 8;
            return rest == 0 || ((octets[whole] ^ expected[whole]) & 0xff) >>> (8 - rest) == 0;
        }
    }

    private final List<Prefix> prefixes = new ArrayList<>();

    /** @param list comma-separated addresses and prefixes such as {@code 10.0.0.0/8}; blank for none */
    public ExporterNetworks(String list) {
        for (String each : list.isBlank() ? new String[0] : list.split(",", -1)) {
            String text = each.strip();
            int slash = text.indexOf('/');
            IpAddress network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
            int width = network.isV4() ? 32 : 128;
            prefixes.add(new Prefix(network, slash < 0 ? width : Integer.parseInt(text.substring(slash + 1))));
        }
    }

    public boolean isEmpty() {
        return prefixes.isEmpty();
    }

    @Override
    public boolean test(IpAddress address) {
        return prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
