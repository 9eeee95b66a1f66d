package clarion.ejb.listing;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A row of {@link Things} in memory: what the database is compared with. */
record Thing(
        long id,
        @Nullable String name,
        @Nullable MacAddress mac,
        @Nullable IpAddress ip,
        @Nullable Long n,
        @Nullable Boolean flag,
        @Nullable Instant at,
        String kind,
        long rank,
        List<IpAddress> addresses) {

    static final List<String> NAMES = List.of(
            "alice",
            "Alice",
            "ALICE",
            "bob",
            "Bob%",
            "a_b",
            "axb",
            "CORP\\carol",
            "",
            "z",
            "Zoë",
            "\u4e16\u754c",
            "ab",
            "-dash",
            "O'Hara",
            "two words");

    /** Few values, so that there are many ties, and a quarter of NULLs. */
    static Thing random(long id, Random random) {
        return new Thing(
                id,
                random.nextInt(4) == 0 ? null : NAMES.get(random.nextInt(NAMES.size())),
                random.nextInt(4) == 0 ? null : mac(random),
                random.nextInt(4) == 0 ? null : ip(random),
                random.nextInt(4) == 0 ? null : random.nextLong(-2, 3),
                random.nextInt(4) == 0 ? null : random.nextBoolean(),
                random.nextInt(4) == 0 ? null : at(random),
                NAMES.get(random.nextInt(3)),
                random.nextInt(3),
                random.ints(random.nextInt(4), 0, 1)
                        .mapToObj(i -> ip(random))
                        .distinct()
                        .sorted()
                        .toList());
    }

    static MacAddress mac(Random random) {
        return new MacAddress(0x001b44000000L + random.nextInt(3) * 0x010000000000L + random.nextInt(4));
    }

    static IpAddress ip(Random random) {
        return IpAddress.parse(
                random.nextInt(3) == 0
                        ? "2001:db8::" + Integer.toHexString(random.nextInt(20))
                        : "10." + random.nextInt(2) + ".0." + random.nextInt(12));
    }

    /** Microseconds, as the database keeps them. */
    static Instant at(Random random) {
        return Instant.parse("2026-11-23T10:00:00Z").plusNanos(random.nextInt(4) * 333_333_000L);
    }

    static void insert(DataSource dataSource, List<Thing> things) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement row = connection.prepareStatement("INSERT INTO thing VALUES (?,?,?,?,?,?,?,?,?)");
                PreparedStatement address = connection.prepareStatement("INSERT INTO thing_address VALUES (?,?)")) {
            for (Thing thing : things) {
                row.setLong(1, thing.id);
                row.setString(2, thing.name);
                row.setString(3, thing.mac == null ? null : thing.mac.toString());
                row.setString(4, thing.ip == null ? null : thing.ip.toString());
                row.setObject(5, thing.n);
                row.setObject(6, thing.flag);
                row.setObject(7, thing.at == null ? null : thing.at.atOffset(ZoneOffset.UTC));
                row.setString(8, thing.kind);
                row.setLong(9, thing.rank);
                row.addBatch();
                for (IpAddress ip : thing.addresses) {
                    address.setLong(1, thing.id);
                    address.setString(2, ip.toString());
                    address.addBatch();
                }
            }
            row.executeBatch();
            address.executeBatch();
        }
    }

    List<IpAddress> everyAddress() {
        return Stream.concat(Stream.ofNullable(ip), addresses.stream()).toList();
    }

    /** The value that a column sorts by. */
    @Nullable
    Comparable<?> sortValue(String column) {
        return switch (column) {
            case "id" -> id;
            case "name" -> name == null ? null : new Folded(name);
            case "mac" -> mac;
            case "ip" -> ip;
            case "n" -> n;
            case "flag" -> flag;
            case "at" -> at;
            case "kind" -> new Folded(kind);
            case "rank" -> rank;
            default -> throw new IllegalArgumentException(column);
        };
    }

    /** Text in the order of its lower-case UTF-8 octets. */
    record Folded(String text) implements Comparable<Folded> {
        Folded {
            text = text.toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public int compareTo(Folded other) {
            return java.util.Arrays.compareUnsigned(
                    text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    other.text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
