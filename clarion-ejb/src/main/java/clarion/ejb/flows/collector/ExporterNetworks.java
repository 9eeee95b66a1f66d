package clarion.ejb.flows.collector;

import clarion.domain.devices.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The networks that exporters are expected in: addresses and prefixes. */
public final class ExporterNetworks implements Predicate<IpAddress> {

    private record Prefix(byte[] octets, int length) {

        boolean contains(byte[] address) {
            if (address.length != octets.length) {
                return false;
            }
            int whole = length / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != octets[i]) {
                    return false;
                }
            }
            int rest = length % 8;
            return rest == 0 || ((address[whole] ^ octets[whole]) & 0xff) >>> (8 - rest) == 0;
        }
    }

    private final List<Prefix> prefixes = new ArrayList<>();

    /** @param list comma-separated addresses and prefixes such as {@code 10.0.0.0/8}; blank for none */
    public ExporterNetworks(String list) {
        for (String each : list.isBlank() ? new String[0] : list.split(",", -1)) {
            String text = each.strip();
            int slash = text.indexOf('/');
            byte[] octets =
                    IpAddress.parse(slash < 0 ? text : text.substring(0, slash)).octets();
            prefixes.add(
                    new Prefix(octets, slash < 0 ? octets.length * 8 : Integer.parseInt(text.substring(slash + 1))));
        }
    }

    public boolean isEmpty() {
        return prefixes.isEmpty();
    }

    @Override
    public boolean test(IpAddress address) {
        byte[] octets = address.octets();
        return prefixes.stream().anyMatch(prefix -> prefix.contains(octets));
    }
}
