package clarion.simulator.crowd;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * Sessions by the million, in 12 octets each: how many events a session has had, and when the last was. All else
 * follows from the index, so that a test can hold 2,000,000 of them as the truth and stream them as fast as TLS takes
 * them. Events go round all sessions in an order without pattern. Thread-safe.
 */
public final class SyntheticSessions {

    private static final int FLUSH = 64 * 1024;
    private static final int CHUNK = 512;
    private static final long OLDEST_MILLIS = 8 * 3_600_000L;
    private static final long YOUNGEST_MILLIS = 60_000;

    private final int count;
    private final long seed;
    private final ZoneId zone;
    private final Clock clock;
    private final int[] generations;
    private final long[] millis;
    private final EventRing events;
    private final long stride;
    private final Member writer;
    private long made;

    /**
     * @param count sessions, 0 for none
     * @param recoverable events kept for getSessionsForRecovery
     */
    public SyntheticSessions(int count, long seed, Clock clock, ZoneId zone, int recoverable) {
        this.count = count;
        this.seed = seed;
        this.zone = zone;
        this.clock = clock;
        this.generations = new int[count];
        this.millis = new long[count];
        this.events = new EventRing(recoverable, clock.millis());
        this.stride = stride(count);
        this.writer = new Member(count, seed, zone);
        long now = clock.millis();
        for (int i = 0; i < count; i++) {
            // not all of them at the same point of their lives: of eight events, one begins a session and one ends one
            generations[i] = i % (Member.GENERATIONS - 1);
            millis[i] = now - YOUNGEST_MILLIS - Math.floorMod(i * 7919L + seed, OLDEST_MILLIS);
        }
    }

    /** A step near the golden section of {@code count} that goes round all of it. */
    private static long stride(int count) {
        long step = Math.max(1, (long) (count * 0.618));
        while (count > 1 && gcd(step, count) != 1) {
            step++;
        }
        return step;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    public int count() {
        return count;
    }

    /** How many are there now. */
    public synchronized int live() {
        int live = 0;
        for (int generation : generations) {
            live += Member.isLive(generation) ? 1 : 0;
        }
        return live;
    }

    /** The number of events made so far. */
    public synchronized long made() {
        return made;
    }

    /** Lets the next {@code size} events happen and returns the message that tells them. */
    public synchronized byte[] next(int size, long sequence) {
        Octets out = new Octets(1100 * size + 64);
        out.put('{');
        if (sequence >= 0) {
            out.put(Member.ascii("\"sequence\":")).number(sequence).put(',');
        }
        out.put(Member.ascii("\"sessions\":["));
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.put(',');
            }
            int index = (int) (made++ * stride % count);
            long now = Math.max(clock.millis(), millis[index] + 1);
            generations[index]++;
            millis[index] = now;
            events.add(index, generations[index], now);
            writer.write(out, index, generations[index], now);
        }
        return out.put(']').put('}').toArray();
    }

    /** Writes those that are there and changed at {@code start} or later; null is all. */
    public void writeLive(Lines out, @org.jspecify.annotations.Nullable Instant start) throws IOException {
        long from = start == null ? Long.MIN_VALUE : start.toEpochMilli();
        Member own = new Member(count, seed, zone);
        int[] generation = new int[CHUNK];
        long[] time = new long[CHUNK];
        for (int begin = 0; begin < count; begin += CHUNK) {
            int size = Math.min(CHUNK, count - begin);
            synchronized (this) {
                System.arraycopy(generations, begin, generation, 0, size);
                System.arraycopy(millis, begin, time, 0, size);
            }
            for (int i = 0; i < size; i++) {
                if (time[i] >= from && Member.isLive(generation[i])) {
                    own.write(out.next(), begin + i, generation[i], time[i]);
                }
            }
        }
    }

    /** Whether no event at {@code start} or later is missing for a recovery. */
    public synchronized boolean reaches(Instant start) {
        return events.reaches(start.toEpochMilli());
    }

    /** Writes the events of a span, both ends included, in their order. */
    public void writeEvents(Lines out, Instant start, Instant end) throws IOException {
        EventRing.Span span;
        synchronized (this) {
            span = events.between(start.toEpochMilli(), end.equals(Instant.MAX) ? Long.MAX_VALUE : end.toEpochMilli());
        }
        Member own = new Member(count, seed, zone);
        for (int i = 0; i < span.size(); i++) {
            own.write(out.next(), span.index(i), span.generation(i), span.millis(i));
        }
    }

    /** The session of an IPv4 address, if it is there. */
    public synchronized OptionalInt findByIpAddress(String address) {
        String[] parts = address.split("\\.");
        if (parts.length != 4 || !address.matches("[0-9.]{7,15}")) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (String part : parts) {
            number = number << 8 | Integer.parseInt(part);
        }
        for (int i = 0; i < count; i++) {
            if (Member.isLive(generations[i]) && Member.address(i, generations[i]) == number) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The session of an endpoint, if it is there. */
    public synchronized OptionalInt findByMacAddress(String mac) {
        String digits = mac.replaceAll("[:.-]", "");
        if (!digits.matches("(?i)02C0[0-9A-F]{8}")) {
            return OptionalInt.empty();
        }
        int wanted = (int) Long.parseLong(digits.substring(4), 16);
        for (int i = 0; i < count; i++) {
            if (writer.mac(i) == wanted && Member.isLive(generations[i])) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** One session as a JSON text. */
    public synchronized byte[] one(int index) {
        Octets out = new Octets(1100);
        writer.write(out, index, generations[index], millis[index]);
        return out.toArray();
    }

    /** Writes the groups of every user. */
    public void writeUserGroups(Lines out) throws IOException {
        for (int user = 0; user < (count == 0 ? 0 : writer.users()); user++) {
            out.next()
                    .put(Member.ascii("{\"userName\":\"CORP\\\\user"))
                    .number(user, 6)
                    .put(Member.ascii("\",\"groups\":[{\"name\":\"corp.example/Users/Domain Users\","
                            + "\"type\":\"ACTIVE_DIRECTORY\"},{\"name\":\"corp.example/Groups/Unit "))
                    .number(user % 40)
                    .put(Member.ascii("\",\"type\":\"ACTIVE_DIRECTORY\"}]}"));
        }
    }

    /** A stream of JSON texts with something between them. Not thread-safe. */
    public static final class Lines {

        private final OutputStream out;
        private final byte[] between;
        private final Octets octets = new Octets(FLUSH + 4096);
        private boolean any;

        /** @param between {@code ","} in a list, a line end for NDJSON */
        public Lines(OutputStream out, String between) {
            this.out = out;
            this.between = Member.ascii(between);
        }

        Octets next() throws IOException {
            if (octets.size() >= FLUSH) {
                octets.writeTo(out);
            }
            if (any) {
                octets.put(between);
            }
            any = true;
            return octets;
        }

        /** Writes a text that somebody else made. */
        public void add(byte[] text) throws IOException {
            next().put(text);
        }

        /** Writes what has not been written yet. */
        public void flush() throws IOException {
            octets.writeTo(out);
        }
    }
}
