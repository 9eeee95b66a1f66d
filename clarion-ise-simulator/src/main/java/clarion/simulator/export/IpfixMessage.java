package clarion.simulator.export;

import java.nio.ByteBuffer;

/** IPFIX (RFC 7011): times are absolute, sequence numbers count the records before this message. */
final class IpfixMessage extends Message {

    private static final int VERSION = 10;
    private static final int HEADER = 16;
    private static final int TEMPLATES = 2;
    private static final int OPTIONS_TEMPLATES = 3;

    private final int domain;

    /** @param domain the observation domain */
    IpfixMessage(int domain) {
        super(HEADER);
        this.domain = domain;
    }

    @Override
    void template(Template template) {
        describe(template.options() ? OPTIONS_TEMPLATES : TEMPLATES);
        octets.putShort((short) template.id());
        octets.putShort((short) (template.scopes().size() + template.fields().size()));
        if (template.options()) {
            octets.putShort((short) template.scopes().size());
        }
        template.scopes().forEach(this::specify);
        template.fields().forEach(this::specify);
    }

    private void specify(Element element) {
        boolean enterprise = element.enterprise() != 0;
        octets.putShort((short) (element.ipfix() | (enterprise ? Element.ENTERPRISE_BIT : 0)));
        octets.putShort((short) element.length());
        if (enterprise) {
            octets.putInt(element.enterprise());
        }
    }

    @Override
    void header(ByteBuffer into, int length, long nowMillis, int sequence) {
        into.putShort((short) VERSION);
        into.putShort((short) length);
        into.putInt((int) (nowMillis / 1_000));
        into.putInt(sequence);
        into.putInt(domain);
    }
}
