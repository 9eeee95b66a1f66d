package clarion.ejb.queue.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.groups.Sgt;
import clarion.domain.sessions.SessionKey;
import clarion.domain.sessions.SessionReport;
import clarion.domain.sessions.SessionState;
import clarion.domain.users.UserIdentity;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Origin;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.records.IseRecord;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {

    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00.123456Z");

    private final MessageCodec codec = new MessageCodec();

    @Test
    void aSessionComesBackAsItWent() throws Exception {
        SessionReport report = new SessionReport(
                new SessionKey("audit:0A"),
                NOON,
                SessionState.STARTED,
                MacAddress.parse("00:1B:44:11:3A:B7"),
                List.of(IpAddress.parse("10.0.0.1"), IpAddress.parse("2001:db8::1")),
                new UserIdentity("müller", "corp.example", UserIdentity.Kind.PERSON),
                "CORP\\müller \"x\"",
                SessionReport.Place.NOWHERE,
                "Workstation",
                null,
                "Staff",
                null,
                null,
                "0A",
                List.of("PermitAccess"),
                new TreeMap<>(Map.of("ssid", "corp", "vn", "🦊")));
        SessionBatch batch =
                new SessionBatch(Origin.LIVE, List.of(report), new TopicPosition(Topic.SESSIONS, 5L, NOON), NOON);
        assertEquals(batch, codec.read(Kind.SESSIONS, codec.write(Kind.SESSIONS, batch)));
    }

    static Stream<Class<?>> records() {
        return Stream.of(IseRecord.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordComesBackAsItWentFullAndBare(Class<?> type) throws Exception {
        Random random = new Random(20261130);
        for (boolean full : new boolean[] {true, false, true, true}) {
            IseRecord record = (IseRecord) sample(type, random, full);
            RecordBatch batch = new RecordBatch(
                    Topic.ENDPOINTS,
                    Origin.RECOVERY,
                    List.of(record),
                    new TopicPosition(Topic.ENDPOINTS, null, NOON),
                    NOON);
            assertEquals(batch, codec.read(Kind.RECORDS, codec.write(Kind.RECORDS, batch)));
        }
    }

    @Test
    void whatHasNoTopicOfItsOwnComesBackToo() throws Exception {
        Snapshot snapshot = new Snapshot(UUID.randomUUID(), Topic.SESSIONS, Snapshot.Reason.GAP, NOON, null);
        assertEquals(snapshot, codec.read(Kind.SNAPSHOT_COMPLETE, codec.write(Kind.SNAPSHOT_COMPLETE, snapshot)));
        Gap gap = new Gap(UUID.randomUUID(), Topic.PROFILES, Gap.Cause.OVERSIZE, NOON, NOON, 4L, null, "why");
        assertEquals(gap, codec.read(Kind.GAP, codec.write(Kind.GAP, gap)));
        EarlierGaps gaps = new EarlierGaps(Topic.ENDPOINTS, NOON, Gap.How.RECOVERY);
        assertEquals(gaps, codec.read(Kind.EARLIER_GAPS_CLOSED, codec.write(Kind.EARLIER_GAPS_CLOSED, gaps)));
    }

    @Test
    void positionsComeBack() throws Exception {
        TopicPosition sessions = new TopicPosition(Topic.SESSIONS, 5L, NOON);
        TopicPosition old = new TopicPosition(Topic.ENDPOINTS, null, Instant.EPOCH);
        assertEquals(
                Map.of(Topic.SESSIONS, sessions, Topic.ENDPOINTS, old),
                codec.readPositions(codec.writePositions(List.of(sessions, old))));
    }

    @Test
    void theBodyIsJsonThatAnotherConsumerCanRead() {
        TopicPosition position = new TopicPosition(Topic.SESSIONS, 5L, NOON);
        assertEquals(
                "{\"topic\":\"sessions\",\"sequence\":5,\"timestamp\":\"2026-11-03T12:00:00.123456Z\"}",
                new String(codec.write(Kind.POSITION, position), StandardCharsets.UTF_8));
    }

    @Test
    void garbageIsNamedAsSuchAndNothingElse() {
        Random random = new Random(20261130);
        byte[] good = codec.write(
                Kind.GAP, new Gap(UUID.randomUUID(), Topic.PROFILES, Gap.Cause.OVERSIZE, NOON, NOON, 4L, null, "why"));
        int unreadable = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bad = good.clone();
            for (int n = 0; n <= i % 4; n++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                var unused = codec.read(Kind.GAP, i % 5 == 0 ? java.util.Arrays.copyOf(bad, i % bad.length) : bad);
            } catch (UnreadableEntryException e) {
                unreadable++;
            }
        }
        assertTrue(unreadable > 2_000, "only " + unreadable);
        assertThrows(UnreadableEntryException.class, () -> codec.read(Kind.GAP, "[]".getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable Object sample(Type type, Random random, boolean full) throws Exception {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == SortedMap.class) {
                return full ? new TreeMap<>(Map.of("a", "b")) : new TreeMap<String, String>();
            }
            Type element = generic.getActualTypeArguments()[0];
            return full
                    ? List.of(
                            java.util.Objects.requireNonNull(sample(element, random, true)),
                            java.util.Objects.requireNonNull(sample(element, random, true)))
                    : List.of();
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return "text " + random.nextInt(1000);
        } else if (plain == MacAddress.class) {
            return MacAddress.parse("00:1B:44:11:3A:B7");
        } else if (plain == IpAddress.class) {
            return IpAddress.parse("10.0.0." + random.nextInt(256));
        } else if (plain == Sgt.class) {
            return new Sgt(random.nextInt(65536));
        } else if (plain == Instant.class) {
            return NOON.plusNanos(random.nextInt(1_000_000) * 1_000L);
        } else if (plain == boolean.class || plain == Boolean.class) {
            return random.nextBoolean();
        } else if (plain == int.class || plain == Integer.class) {
            return random.nextInt();
        } else if (plain == long.class || plain == Long.class) {
            return random.nextLong();
        }
        RecordComponent[] components = plain.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean bare = !full && components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = bare ? null : sample(components[i].getGenericType(), random, full);
        }
        return plain.getConstructor(types).newInstance(values);
    }
}
