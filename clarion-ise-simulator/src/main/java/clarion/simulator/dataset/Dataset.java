package clarion.simulator.dataset;

import clarion.simulator.traffic.CampusModel.TrueService;
import clarion.simulator.traffic.Conversation;
import clarion.simulator.traffic.Conversation.Kind;
import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Observer;
import clarion.simulator.traffic.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a data set: {@code flows.csv.gz}, {@code endpoints.csv}, {@code sessions.csv}, {@code leases.csv},
 * {@code users.csv}, {@code groups.csv}, {@code memberships.csv}; the truth in {@code truth/}; the days of test in
 * {@code test/}. Memory is bounded by the devices and by what lasts for some hours.
 */
public final class Dataset {

    private static final int HOURS = 24;
    private static final int LAST_WEEKDAY = 5;

    private final DatasetPlan plan;
    private final Population population;
    private final Contacts contacts;
    private final Observer observer;
    private final RecordQueue queue = new RecordQueue();
    private final long[] seen;
    private long conversations;
    private long attacks;
    private @Nullable Phase phase;
    private @Nullable CsvOut attackFile;
    private boolean learning;

    /**
     * What was made.
     *
     * @param endpoints devices
     * @param exporters switches
     * @param records one-way records of the days of learning
     * @param testRecords those of the days of test
     * @param conversations true ones, attacks among them
     * @param attacks true conversations of scanners and infected devices
     * @param lost records that never arrived
     * @param mostHeld the most records that were held back to be put in order
     */
    public record Made(
            int endpoints,
            int exporters,
            long records,
            long testRecords,
            long conversations,
            long attacks,
            long lost,
            int mostHeld) {}

    private Dataset(DatasetPlan plan) {
        this.plan = plan;
        this.population = new Population(plan);
        this.contacts = new Contacts(population);
        this.observer = new Observer(plan.imperfections(), Draws.seed(plan.seed(), 5), population.network.core());
        this.seen = new long[population.model.relations().size()];
    }

    /**
     * Makes the files of a plan.
     *
     * @param directory where; made if it is not there, and what has the same name is replaced
     * @param progress takes a line for each day
     */
    public static Made make(DatasetPlan plan, Path directory, Consumer<String> progress) throws IOException {
        return new Dataset(plan).make(directory, progress);
    }

    private Made make(Path directory, Consumer<String> progress) throws IOException {
        Path truth = Files.createDirectories(directory.resolve("truth"));
        new Directory(population).write(directory);
        Truth.roles(truth, population);
        Truth.devices(truth, population);
        Attendance attendance = new Attendance(population);
        Chatter chatter = new Chatter(population, contacts, this::hear);
        Attackers attackers = new Attackers(population, contacts, chatter);
        List<Integer> rareDays = rareDays();
        long records;
        long testRecords = 0;
        try (CsvOut attacked = new CsvOut(truth.resolve("attacks.csv"), TrueLine.HEADER + ",period")) {
            attackFile = attacked;
            learning = true;
            try (Phase learn = new Phase(population, directory, plan.conversations() ? truth : null)) {
                run(learn, 0, plan.days(), attendance, chatter, attackers, rareDays, progress);
                records = learn.records();
            }
            if (plan.testDays() > 0) {
                learning = false;
                Path apart = Files.createDirectories(directory.resolve("test"));
                try (Phase test = new Phase(population, apart, apart)) {
                    int end = plan.days() + plan.testDays();
                    run(test, plan.days(), end, attendance, chatter, attackers, rareDays, progress);
                    testRecords = test.records();
                }
            }
        }
        Truth.services(truth, population.model, this::seenOf);
        return new Made(
                population.endpoints.size(),
                population.network.size(),
                records,
                testRecords,
                conversations,
                attacks,
                observer.lost(),
                queue.mostHeld());
    }

    private void run(
            Phase into,
            int from,
            int to,
            Attendance attendance,
            Chatter chatter,
            Attackers attackers,
            List<Integer> rareDays,
            Consumer<String> progress)
            throws IOException {
        phase = into;
        for (int day = from; day < to; day++) {
            attendance.day(day, into::presence);
            if (rareDays.contains(day)) {
                chatter.rare(day);
            }
            attackers.day(day);
            for (int hour = 0; hour < HOURS; hour++) {
                queue.drain(
                        plan.startMillis() + day * DatasetPlan.DAY_MILLIS + hour * DatasetPlan.HOUR_MILLIS, into::flow);
                chatter.hour(day, hour);
            }
            progress.accept("day " + (day + 1) + ": " + into.records() + " records");
        }
        queue.drain(Long.MAX_VALUE, into::flow);
        attendance.rest(into::presence);
    }

    private void hear(Conversation conversation, @Nullable Relation relation) throws IOException {
        conversations++;
        Phase now = phase;
        CsvOut attacked = attackFile;
        if (now == null || attacked == null) {
            throw new IllegalStateException("a conversation outside of the days");
        }
        now.conversation(conversation);
        if (learning && relation != null && conversation.kind() == Kind.LEGITIMATE) {
            seen[relation.number()]++;
        }
        if (conversation.kind().attack()) {
            attacks++;
            TrueLine.write(attacked, conversation);
            attacked.text(learning ? "learning" : "test").end();
        }
        observer.observe(conversation, queue::add);
    }

    private long seenOf(TrueService service) {
        long sum = 0;
        for (Relation relation : population.model.relations()) {
            sum += TrueService.of(relation).key().equals(service.key()) ? seen[relation.number()] : 0;
        }
        return sum;
    }

    /** Two weekdays of learning, if there are as many, and one of test. */
    private List<Integer> rareDays() {
        SplittableRandom random = new SplittableRandom(Draws.seed(plan.seed(), 6));
        List<Integer> days = new ArrayList<>();
        for (int[] span : new int[][] {
            {plan.lateDay(), plan.days()}, {0, plan.days()}, {plan.days(), plan.days() + plan.testDays()}
        }) {
            List<Integer> candidates = new ArrayList<>();
            for (int day = span[0]; day < span[1]; day++) {
                if (plan.weekday(day) <= LAST_WEEKDAY && !days.contains(day)) {
                    candidates.add(day);
                }
            }
            if (!candidates.isEmpty()) {
                days.add(candidates.get(random.nextInt(candidates.size())));
            } else if (span[0] < span[1] && !days.contains(span[0])) {
                days.add(span[0]);
            }
        }
        return days;
    }
}
