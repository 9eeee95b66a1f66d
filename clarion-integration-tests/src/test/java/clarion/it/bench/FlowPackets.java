package clarion.it.bench;

import java.nio.ByteBuffer;

/** Packets of flow export with 18 fields a record, as a switch with TrustSec sends them; the first has the template. */
final class FlowPackets {

    /** Types and lengths of version 9; IPFIX has the last two by enterprise number. */
    private static final int[] FIELDS = {
        8, 4, 12, 4, 7, 2, 11, 2, 4, 1, 6, 1, 1, 4, 2, 4, 10, 4, 14, 4, 61, 1, 5, 1, 136, 1, 58, 2, 56, 6, 80, 6, 34000,
        2, 34001, 2
    };

    private FlowPackets() {}

    /** The template of a version, 9 or 10; of version 5 an empty packet. */
    static byte[] template(int version) {
        ByteBuffer packet = ByteBuffer.allocate(512);
        header(packet, version, 0, 0);
        int set = packet.position();
        if (version != 5) {
            packet.putShort((short) (version == 9 ? 0 : 2)).putShort((short) 0);
            packet.putShort((short) 300).putShort((short) (FIELDS.length / 2 + 2));
            for (int i = 0; i < FIELDS.length; i += 2) {
                packet.putShort((short) FIELDS[i]).putShort((short) FIELDS[i + 1]);
                if (version == 10 && FIELDS[i] >= 0x8000) {
                    packet.putInt(9);
                }
            }
            times(packet, version, true, 0);
            packet.putShort(set + 2, (short) (packet.position() - set));
        }
        return finished(packet, version);
    }

    /** A packet with so many records, which differ from packet to packet. */
    static byte[] data(int version, int records, int number) {
        ByteBuffer packet = ByteBuffer.allocate(65_000);
        header(packet, version, records, number);
        int set = packet.position();
        if (version != 5) {
            packet.putShort((short) 300).putShort((short) 0);
        }
        for (int i = 0; i < records; i++) {
            int client = 0x0a000000 + (number * records + i) % 100_000;
            if (version == 5) {
                packet.putInt(client)
                        .putInt(0x0ac80001)
                        .putInt(0)
                        .putShort((short) 1)
                        .putShort((short) 2);
                packet.putInt(3).putInt(420).putInt(1_000).putInt(9_000).putShort((short) 50_000);
                packet.putShort((short) 443)
                        .put((byte) 0)
                        .put((byte) 27)
                        .put((byte) 6)
                        .put(new byte[9]);
            } else {
                record(packet, client, 0x0ac80001, 50_000, 443, 6, 420, 3);
                times(packet, version, false, i);
            }
        }
        if (version != 5) {
            packet.putShort(set + 2, (short) (packet.position() - set));
        }
        return finished(packet, version);
    }

    /** Most of a record as the template has it; its times come after it. */
    private static void record(
            ByteBuffer packet, int source, int destination, int from, int to, int protocol, int octets, int count) {
        packet.putInt(source).putInt(destination).putShort((short) from).putShort((short) to);
        packet.put((byte) protocol)
                .put((byte) (protocol == 6 ? 27 : 0))
                .putInt(octets)
                .putInt(count)
                .putInt(1)
                .putInt(2)
                .put(new byte[3]);
        packet.putShort((short) 10).putInt(1).putShort((short) 2).putInt(3).putShort((short) 4);
        packet.putShort((short) 17).putShort((short) 18);
    }

    /** A packet of version 9 with request and reply of so many conversations of a campus; the octets that they tell. */
    static long campus(ByteBuffer packet, CampusTraffic campus, long first, int conversations) {
        packet.clear();
        header(packet, 9, 2 * conversations, (int) (first / conversations));
        int set = packet.position();
        packet.putShort((short) 300).putShort((short) 0);
        long octets = 0;
        for (int i = 0; i < conversations; i++) {
            campus.draw(first + i);
            record(
                    packet,
                    campus.client,
                    campus.server,
                    campus.clientPort,
                    campus.service,
                    campus.protocol,
                    campus.asked,
                    3);
            times(packet, 9, false, 2 * i);
            record(
                    packet,
                    campus.server,
                    campus.client,
                    campus.service,
                    campus.clientPort,
                    campus.protocol,
                    campus.answered,
                    4);
            times(packet, 9, false, 2 * i + 1);
            octets += campus.asked + campus.answered;
        }
        packet.putShort(set + 2, (short) (packet.position() - set));
        packet.flip();
        return octets;
    }

    private static void times(ByteBuffer packet, int version, boolean announced, int i) {
        if (announced) {
            packet.putShort((short) (version == 9 ? 22 : 152)).putShort((short) (version == 9 ? 4 : 8));
            packet.putShort((short) (version == 9 ? 21 : 153)).putShort((short) (version == 9 ? 4 : 8));
        } else if (version == 9) {
            packet.putInt(1_000 + i).putInt(9_000);
        } else {
            long now = System.currentTimeMillis();
            packet.putLong(now - 9_000).putLong(now - 1_000);
        }
    }

    private static void header(ByteBuffer packet, int version, int count, int number) {
        int seconds = (int) (System.currentTimeMillis() / 1000);
        packet.putShort((short) version);
        switch (version) {
            case 5 ->
                packet.putShort((short) count)
                        .putInt(10_000)
                        .putInt(seconds)
                        .putInt(0)
                        .putInt(number * count)
                        .putInt(0);
            case 9 ->
                packet.putShort((short) count)
                        .putInt(10_000)
                        .putInt(seconds)
                        .putInt(number)
                        .putInt(1);
            default ->
                packet.putShort((short) 0)
                        .putInt(seconds)
                        .putInt(number * count)
                        .putInt(1);
        }
    }

    private static byte[] finished(ByteBuffer packet, int version) {
        if (version == 10) {
            packet.putShort(2, (short) packet.position());
        }
        byte[] bytes = new byte[packet.flip().remaining()];
        packet.get(bytes);
        return bytes;
    }
}
