package clarion.simulator.topics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Messages that are not as they should be. */
final class Spoiled {

    /** A record of no service, whose every field has a type of its own invention. */
    private static final String POISON = "{\"timestamp\":20260102,\"state\":[\"STARTED\"],\"macAddress\":{\"a\":1},"
            + "\"ipAddresses\":\"10.0.0.1\",\"auditSessionId\":7,\"userName\":[],\"id\":{},\"name\":5,\"tag\":\"x\"}";

    private Spoiled() {}

    /** A JSON object with one more member, so that it has at least so many octets. */
    static byte[] padded(byte[] body, int octets) {
        byte[] start = "{\"padding\":\"".getBytes(StandardCharsets.US_ASCII);
        byte[] end = (body.length > 2 ? "\"," : "\"").getBytes(StandardCharsets.US_ASCII);
        int filling = Math.max(0, octets - (body.length - 1) - start.length - end.length);
        byte[] padded = new byte[start.length + filling + end.length + body.length - 1];
        System.arraycopy(start, 0, padded, 0, start.length);
        Arrays.fill(padded, start.length, start.length + filling, (byte) 'x');
        System.arraycopy(end, 0, padded, start.length + filling, end.length);
        System.arraycopy(body, 1, padded, start.length + filling + end.length, body.length - 1);
        return padded;
    }

    /** Half of a JSON text. */
    static byte[] malformed(byte[] body) {
        return Arrays.copyOf(body, Math.max(1, body.length / 2));
    }

    /** A list with one more record in front, or, where there is no list, an object without sense. */
    static byte[] wrongTypes(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int list = text.indexOf("\":[{");
        String spoiled =
                list < 0 || list > 60 ? POISON : text.substring(0, list + 3) + POISON + "," + text.substring(list + 3);
        return spoiled.getBytes(StandardCharsets.UTF_8);
    }
}
