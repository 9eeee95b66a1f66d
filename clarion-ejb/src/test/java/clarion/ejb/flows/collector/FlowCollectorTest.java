package clarion.ejb.flows.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.flows.wire.DecoderLimits;
import clarion.domain.flows.wire.ExporterStatistics;
import clarion.ejb.flows.collector.CollectorStatus.State;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowCollectorTest {

    private final FakeIntake intake = new FakeIntake();
    private final int port = freePort();
    private FlowCollector collector = collector(settings("", true, Optional.empty()), Optional.of(intake));

    @AfterEach
    void close() {
        collector.close();
    }

    private FlowCollectorSettings settings(String exporters, boolean unknown, Optional<String> bind) {
        return new FlowCollectorSettings(
                port, bind, 262_144, 2, new ExporterNetworks(exporters), unknown, DecoderLimits.DEFAULT);
    }

    private static FlowCollector collector(FlowCollectorSettings settings, Optional<FakeIntake> intake) {
        return new FlowCollector(settings, intake.map(taker -> taker), Clock.systemUTC(), work -> {
            Thread thread = new Thread(work, "test-flow-receiver");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static int freePort() {
        try (DatagramSocket any = new DatagramSocket()) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A packet of version 5 with so many records of 100 octets each. */
    private static byte[] packet(int sequence, int records) {
        ByteBuffer packet = ByteBuffer.allocate(24 + records * 48);
        packet.putShort((short) 5).putShort((short) records).putInt(10_000);
        packet.putInt((int) (System.currentTimeMillis() / 1000))
                .putInt(0)
                .putInt(sequence)
                .putInt(0);
        for (int i = 0; i < records; i++) {
            packet.position(24 + i * 48);
            packet.putInt(0x0a000001)
                    .putInt(0x0a000002)
                    .putInt(0)
                    .putInt(0)
                    .putInt(1)
                    .putInt(100);
        }
        return packet.array();
    }

    private void send(String to, int packets, int records) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetSocketAddress target = new InetSocketAddress(InetAddress.getByName(to), port);
            for (int i = 0; i < packets; i++) {
                byte[] packet = packet(i * records, records);
                socket.send(new DatagramPacket(packet, packet.length, target));
            }
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain for " + what);
            Thread.sleep(10);
        }
    }

    @Test
    void everyRecordThatIsSentIsHandedOver() throws Exception {
        collector.tend();
        assertEquals(State.LISTENING, collector.status().state());
        assertTrue(collector.status().receiveBuffer() >= 65_536, "the kernel granted something");
        send("127.0.0.1", 50, 29);
        send("::1", 10, 1);

        await("all records", () -> intake.records() == 50 * 29 + 10);
        assertEquals((50 * 29 + 10) * 100, intake.octets());
        assertEquals(60, collector.status().packets());
        assertEquals(0L, collector.status().kernelDrops());
        assertEquals(
                java.util.List.of("127.0.0.1", "::1"),
                collector.exporters().stream()
                        .map(each -> each.address().toString())
                        .toList());
        assertEquals(
                0,
                collector.exporters().stream()
                        .mapToLong(ExporterStatistics::missing)
                        .sum());
    }

    @Test
    void anIntakeThatFailsDoesNotEndTheReceiving() throws Exception {
        intake.fail(2);
        collector.tend();
        send("127.0.0.1", 5, 10);
        await("the records, once the intake takes them", () -> intake.records() == 50);
        collector.tend();
        assertEquals(5, collector.status().packets());
    }

    @Test
    void whatWasReadIsHandedOverWhenItStops() throws Exception {
        collector.tend();
        send("127.0.0.1", 1, 5);
        await("the packet", () -> collector.status().packets() == 1);
        collector.close();

        assertEquals(5, intake.records());
        assertEquals(1, collector.status().packets(), "what was counted stays counted");
    }

    @Test
    void aPortThatIsTakenIsOpenedOnceItIsFree() throws Exception {
        try (DatagramSocket other = new DatagramSocket(port)) {
            assertEquals(port, other.getLocalPort());
            collector.tend();
            assertEquals(State.FAILED, collector.status().state());
            assertTrue(String.valueOf(collector.status().problem()).contains("UDP port " + port));
            assertTrue(collector.status().isDegraded(java.time.Instant.now(), Duration.ofMinutes(5)));
        }
        collector.tend();
        assertEquals(State.LISTENING, collector.status().state());
    }

    @Test
    void aSecondCollectorDoesNotTakeHalfOfThePacketsInSecret() {
        collector.tend();
        FlowCollector second = collector(settings("", true, Optional.empty()), Optional.of(intake));
        second.tend();
        assertEquals(State.FAILED, second.status().state());
        second.close();
    }

    @Test
    void exportersThatNobodyExpectsAreRefusedAndCounted() throws Exception {
        collector.close();
        collector =
                collector(settings("10.0.0.0/8, 2001:db8::1", false, Optional.of("127.0.0.1")), Optional.of(intake));
        collector.tend();
        send("127.0.0.1", 3, 1);

        await("the packets", () -> collector.status().refused() == 3);
        assertEquals(0, intake.records());
    }

    @Test
    void recordsThatNobodyTakesAreCountedAsLost() throws Exception {
        collector.close();
        collector = collector(settings("", true, Optional.empty()), Optional.empty());
        collector.tend();
        send("127.0.0.1", 3, 7);

        await("the records", () -> collector.status().unclaimedRecords() == 21);
        collector.tend();
        assertTrue(collector.status().isDegraded(java.time.Instant.now(), Duration.ofMinutes(5)));
    }

    @Test
    void whatTheKernelDropsIsCounted() throws Exception {
        collector.close();
        FlowCollectorSettings small = new FlowCollectorSettings(
                port, Optional.of("127.0.0.1"), 65_536, 1, new ExporterNetworks(""), true, DecoderLimits.DEFAULT);
        Object gate = new Object();
        collector = new FlowCollector(
                small,
                Optional.of(intake),
                Clock.systemUTC(),
                work -> new Thread(() -> {
                    synchronized (gate) {
                        work.run();
                    }
                }));
        synchronized (gate) {
            collector.tend();
            send("127.0.0.1", 2000, 29);
        }
        await("drops", () -> {
            Long drops = collector.status().kernelDrops();
            return drops != null && drops > 0 && drops + collector.status().packets() == 2000;
        });
        collector.tend();
        assertNotNull(collector.status().lastLossAt());
    }
}
