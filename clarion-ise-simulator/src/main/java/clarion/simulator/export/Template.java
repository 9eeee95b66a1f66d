package clarion.simulator.export;

import java.util.ArrayList;
import java.util.List;

/**
 * How records of one kind are laid out.
 *
 * @param id 256 and up, unique for an exporter
 * @param scopes what an options record is about; none for flow records
 * @param fields the rest, in order
 */
record Template(int id, List<Element> scopes, List<Element> fields) {

    static final int FLOWS_V4 = 256;
    static final int FLOWS_V6 = 257;
    static final int SAMPLERS = 258;
    static final int INTERFACES = 259;
    static final int GROUPS = 260;

    Template {
        scopes = List.copyOf(scopes);
        fields = List.copyOf(fields);
    }

    boolean options() {
        return !scopes.isEmpty();
    }

    /** Octets of a record; names are as long as their fields. */
    int length() {
        int sum = 0;
        for (Element element : scopes) {
            sum += element.length();
        }
        for (Element element : fields) {
            sum += element.length();
        }
        return sum;
    }

    /**
     * Flow records.
     *
     * @param sgts with security groups
     * @param sampled with the sampler's number
     */
    static Template flows(boolean v6, boolean ipfix, boolean sgts, boolean sampled) {
        List<Element> fields = new ArrayList<>(List.of(
                v6 ? Element.SOURCE_V6 : Element.SOURCE_V4,
                v6 ? Element.DESTINATION_V6 : Element.DESTINATION_V4,
                Element.SOURCE_PORT,
                Element.DESTINATION_PORT,
                Element.PROTOCOL,
                Element.TCP_FLAGS,
                Element.DIRECTION,
                Element.INGRESS,
                Element.EGRESS,
                Element.SOURCE_MAC,
                Element.DESTINATION_MAC,
                Element.VLAN));
        if (sgts) {
            fields.add(Element.SOURCE_SGT);
            fields.add(Element.DESTINATION_SGT);
        }
        if (sampled) {
            fields.add(Element.SAMPLER);
        }
        fields.addAll(List.of(
                Element.OCTETS,
                Element.PACKETS,
                ipfix ? Element.START_MILLIS : Element.FIRST_UPTIME,
                ipfix ? Element.END_MILLIS : Element.LAST_UPTIME,
                Element.END_REASON));
        return new Template(v6 ? FLOWS_V6 : FLOWS_V4, List.of(), fields);
    }

    /** Which sampler looks at how many packets; IPFIX says how many it skips. */
    static Template samplers(boolean ipfix) {
        return ipfix
                ? new Template(
                        SAMPLERS, List.of(Element.SAMPLER), List.of(Element.PACKET_INTERVAL, Element.PACKET_SPACE))
                : new Template(
                        SAMPLERS,
                        List.of(Element.SYSTEM),
                        List.of(Element.SAMPLER, Element.SAMPLER_MODE, Element.SAMPLER_INTERVAL));
    }

    /** What interfaces are called; version 9 has them as fields about the system, as Catalyst switches do. */
    static Template interfaces(boolean ipfix) {
        return ipfix
                ? new Template(
                        INTERFACES,
                        List.of(Element.INGRESS),
                        List.of(Element.INTERFACE_NAME, Element.INTERFACE_DESCRIPTION))
                : new Template(
                        INTERFACES,
                        List.of(Element.SYSTEM),
                        List.of(Element.INGRESS, Element.INTERFACE_NAME, Element.INTERFACE_DESCRIPTION));
    }

    /** What security groups are called. */
    static Template groups() {
        return new Template(GROUPS, List.of(Element.SOURCE_SGT), List.of(Element.SGT_NAME));
    }
}
