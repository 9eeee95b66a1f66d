package clarion.simulator.dataset;

import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.Imperfections;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What data set to make. The same plan makes the same files, octet by octet.
 *
 * @param kind of {@link CampusModel#KINDS}
 * @param endpoints 100 to 100,000, servers among them
 * @param days of learning, 1 to 60
 * @param testDays days after those, which are kept apart, 0 to 14
 * @param seed what everything is made from
 * @param records about how many one-way records the days of learning make; the rates of the model are scaled to it
 * @param start the first day, in UTC
 * @param sgts which security groups sessions and records have
 * @param tellingHostnames whether host names say what a device is; by default they do not
 * @param conversations whether the true conversations of the days of learning are written, too
 * @param imperfections how much is not as it should be
 */
public record DatasetPlan(
        String kind,
        int endpoints,
        int days,
        int testDays,
        long seed,
        long records,
        LocalDate start,
        Sgts sgts,
        boolean tellingHostnames,
        boolean conversations,
        Imperfections imperfections) {

    /** Records of a usual endpoint on a day. */
    public static final int USUAL_RECORDS = 40;

    /** Most records of a usual data set. */
    public static final long USUAL_MOST = 7_300_000;

    static final long DAY_MILLIS = 86_400_000;
    static final long HOUR_MILLIS = 3_600_000;

    private static final int LEAST_ENDPOINTS = 100;
    private static final int MOST_ENDPOINTS = 100_000;
    private static final int MOST_DAYS = 60;
    private static final int MOST_TEST_DAYS = 14;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    /** Security groups as the network has them. */
    public enum Sgts {
        /** None: TrustSec is not in use yet. */
        NONE,
        /** Few and broad ones, as ISE comes with them. */
        COARSE,
        /** One for each true role. */
        ROLES
    }

    public DatasetPlan {
        in("endpoints", endpoints, LEAST_ENDPOINTS, MOST_ENDPOINTS);
        in("days", days, 1, MOST_DAYS);
        in("test days", testDays, 0, MOST_TEST_DAYS);
        in("records", records, 1, Integer.MAX_VALUE);
        if (!CampusModel.KINDS.contains(kind)) {
            throw new IllegalArgumentException("a campus is " + String.join(", ", CampusModel.KINDS) + ", not " + kind);
        }
    }

    /** A plan with all that is usual: two days of test from Monday, 23 March 2026, on, coarse groups. */
    public static DatasetPlan usual(String kind, int endpoints, int days, long seed) {
        return new DatasetPlan(
                kind,
                endpoints,
                days,
                2,
                seed,
                Math.min(USUAL_MOST, (long) endpoints * days * USUAL_RECORDS),
                MONDAY,
                Sgts.COARSE,
                false,
                false,
                Imperfections.usual());
    }

    /** This plan with other imperfections. */
    public DatasetPlan with(Imperfections others) {
        return new DatasetPlan(
                kind, endpoints, days, testDays, seed, records, start, sgts, tellingHostnames, conversations, others);
    }

    /** This plan with the true conversations of the days of learning written, too. */
    public DatasetPlan withConversations() {
        return new DatasetPlan(
                kind, endpoints, days, testDays, seed, records, start, sgts, tellingHostnames, true, imperfections);
    }

    /** The first instant, in milliseconds since 1970 UTC. */
    long startMillis() {
        return start.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** 1 Monday to 7 Sunday. */
    int weekday(int day) {
        return start.plusDays(day).getDayOfWeek().getValue();
    }

    /** The first day on which roles are there that are late. */
    int lateDay() {
        return days * 3 / 5;
    }

    private static void in(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " are " + least + " to " + most + ", not " + value);
        }
    }
}
