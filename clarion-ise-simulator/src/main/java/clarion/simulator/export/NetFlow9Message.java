package clarion.simulator.export;

import java.nio.ByteBuffer;

/** NetFlow version 9 (RFC 3954): times are milliseconds since the exporter started, sequence numbers count messages. */
final class NetFlow9Message extends Message {

    private static final int VERSION = 9;
    private static final int HEADER = 20;
    private static final int TEMPLATES = 0;
    private static final int OPTIONS_TEMPLATES = 1;
    private static final int SPECIFIER = 4;

    private final int sourceId;
    private final long bootMillis;

    /**
     * @param sourceId the exporter's number for the process that observed
     * @param bootMillis when the exporter started, at a full second
     */
    NetFlow9Message(int sourceId, long bootMillis) {
        super(HEADER);
        this.sourceId = sourceId;
        this.bootMillis = bootMillis;
    }

    @Override
    void template(Template template) {
        if (template.options()) {
            describe(OPTIONS_TEMPLATES);
            octets.putShort((short) template.id());
            octets.putShort((short) (template.scopes().size() * SPECIFIER));
            octets.putShort((short) (template.fields().size() * SPECIFIER));
            template.scopes().forEach(scope -> specify(scope.version9(), scope.length()));
        } else {
            describe(TEMPLATES);
            octets.putShort((short) template.id());
            octets.putShort((short) template.fields().size());
        }
        template.fields().forEach(field -> specify(field.version9(), field.length()));
    }

    private void specify(int number, int length) {
        octets.putShort((short) number);
        octets.putShort((short) length);
    }

    @Override
    void header(ByteBuffer into, int length, long nowMillis, int sequence) {
        long second = nowMillis / 1_000;
        into.putShort((short) VERSION);
        into.putShort((short) records());
        into.putInt((int) (second * 1_000 - bootMillis));
        into.putInt((int) second);
        into.putInt(sequence);
        into.putInt(sourceId);
    }
}
