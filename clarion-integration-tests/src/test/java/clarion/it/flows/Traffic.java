package clarion.it.flows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A capture of made-up traffic: so many conversations of one packet, one way, no two alike. */
final class Traffic {

    private static final int PAYLOAD = 100;
    private static final int IP_LENGTH = 20 + 8 + PAYLOAD;
    private static final int FRAME = 14 + IP_LENGTH;

    private Traffic() {}

    /** Octets of the IP packets of one conversation. */
    static final int OCTETS = IP_LENGTH;

    /** Writes UDP from a client port of 10.x to port 53 of 10.200.0.1, in classic pcap. */
    static Path write(Path file, int conversations, long startSeconds) throws IOException {
        ByteBuffer pcap = ByteBuffer.allocate(24 + conversations * (16 + FRAME)).order(ByteOrder.LITTLE_ENDIAN);
        pcap.putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(65535)
                .putInt(1);
        for (int i = 0; i < conversations; i++) {
            pcap.putInt((int) startSeconds).putInt(i % 1_000_000).putInt(FRAME).putInt(FRAME);
            pcap.put(frame(i));
        }
        return Files.write(file, pcap.array());
    }

    private static byte[] frame(int i) {
        ByteBuffer frame = ByteBuffer.allocate(FRAME);
        frame.putShort((short) 2).putInt(1).putShort((short) 2).putInt(2).putShort((short) 0x0800);
        frame.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) IP_LENGTH)
                .putInt(0)
                .put((byte) 64)
                .put((byte) 17);
        frame.putShort((short) 0).putInt(0x0a000000 + i / 100).putInt(0x0ac80001);
        frame.putShort(24, checksum(frame.array()));
        frame.putShort((short) (20_000 + i % 100)).putShort((short) 53).putShort((short) (8 + PAYLOAD));
        return frame.array();
    }

    private static short checksum(byte[] frame) {
        int sum = 0;
        for (int at = 14; at < 34; at += 2) {
            sum += (frame[at] & 0xff) << 8 | frame[at + 1] & 0xff;
        }
        return (short) ~((sum & 0xffff) + (sum >>> 16));
    }
}
