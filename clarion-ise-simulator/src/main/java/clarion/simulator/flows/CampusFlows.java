package clarion.simulator.flows;

import clarion.simulator.campus.Campus;
import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.Conversation;
import clarion.simulator.traffic.Conversation.Kind;
import clarion.simulator.traffic.Conversation.Outcome;
import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.FlowRecord;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Observer;
import clarion.simulator.traffic.Relation;
import clarion.simulator.traffic.Service;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/**
 * Lets the living campus talk, and its switches report it. Conversations begin as often as makes the wanted number of
 * records; each ends in its time, or when a side gives its address back. Thread-safe; the campus is locked while it is
 * asked.
 */
public final class CampusFlows implements AutoCloseable {

    private static final int MOST_UNDER_WAY = 200_000;
    private static final int RECORDS_OF_USUAL = 2;
    private static final double MOST_TALKATIVE = 60;
    private static final double SCANS = 0.0004;
    private static final double LATERAL = 0.0008;
    private static final double OVER_V6 = 0.25;
    private static final int SWEEP = 60;
    private static final int SWEEP_STEP_MILLIS = 250;
    private static final double MILLIS = 1_000;
    private static final List<String> SWEPT = List.of("smb", "ssh", "rdp", "http");
    private static final List<String> SPREAD = List.of("smb", "rdp", "winrm", "ssh");

    private final Campus campus;
    private final int devices;
    private final FlowSettings settings;
    private final Clock clock;
    private final CampusModel model;
    private final Talk talk;
    private final Servers servers;
    private final Switches switches;
    private final Company company;
    private final Observer observer;
    private final TruthJournal journal;
    private final SplittableRandom random;
    private final PriorityQueue<UnderWay> underWay = new PriorityQueue<>(
            Comparator.comparingLong((UnderWay one) -> one.due).thenComparingLong(one -> one.conversation.id()));
    private final PriorityQueue<Planned> planned = new PriorityQueue<>(Comparator.comparingLong(Planned::at));

    /** Records that are still to be made to keep the rate; what lasts makes more than was counted on. */
    private double owed;

    private long lastMillis;
    private long ids;
    private boolean paused;

    /** A conversation that has not ended, and until when it has been reported. */
    private static final class UnderWay {

        private final Conversation conversation;
        private final Somebody client;
        private final Somebody server;
        private long reported;
        private long due;
        private int records;

        UnderWay(Conversation conversation, Somebody client, Somebody server) {
            this.conversation = conversation;
            this.client = client;
            this.server = server;
            this.reported = conversation.start();
            next();
        }

        final void next() {
            due = Math.min(conversation.end(), reported + Observer.step(conversation));
        }

        long end() {
            return Math.min(conversation.end(), Math.min(client.gone(), server.gone()));
        }
    }

    /** A step of a scan. */
    private record Planned(long at, Somebody scanner, Service service) {}

    /**
     * What has been done so far.
     *
     * @param exporters how many exporters have been heard of
     * @param begun conversations that have begun
     * @param underWay those that have not ended
     * @param records flow records that were handed to exporters
     * @param messages messages sent
     * @param unsent messages that the system did not take, or for a target whose name is not known
     */
    public record Count(int exporters, long begun, int underWay, long records, long messages, long unsent) {}

    /**
     * @param devices of the campus
     * @param groups names of security groups by their tags
     * @throws IOException if there are no addresses to send from
     */
    public CampusFlows(
            Campus campus, int devices, FlowSettings settings, Map<Integer, String> groups, long seed, Clock clock)
            throws IOException {
        this.campus = campus;
        this.devices = devices;
        this.settings = settings;
        this.clock = clock;
        this.model = CampusModel.of("living");
        this.talk = new Talk(model);
        this.random = new SplittableRandom(Draws.seed(seed, 20));
        this.journal = new TruthJournal(settings.journal());
        this.lastMillis = clock.millis();
        this.switches = new Switches(settings, groups, seed);
        this.observer =
                new Observer(settings.imperfections(), Draws.seed(seed, 22), switches.named("core", lastMillis));
        this.servers = new Servers(model, devices, name -> switches.named(name, lastMillis));
        Map<String, Integer> tags = new java.util.HashMap<>();
        groups.forEach((tag, name) -> tags.put(name, tag));
        ToIntFunction<String> tag = name -> tags.getOrDefault(name, 0);
        this.company = new Company(
                campus, model, servers, settings.imperfections(), seed, name -> switches.named(name, lastMillis), tag);
    }

    /** Tells the addresses of servers and their tags, for SXP. */
    public void bindings(BiConsumer<String, Integer> binding) {
        servers.bindings((address, tag) -> binding.accept(address + (address.isV4() ? "/32" : "/128"), tag));
    }

    /** True conversations that are over. */
    public TruthJournal journal() {
        return journal;
    }

    /** Where exporters send, and how. */
    public FlowSettings settings() {
        return settings;
    }

    /** What has been done so far. */
    public synchronized Count count() {
        return new Count(
                switches.count(), ids, underWay.size(), switches.records(), switches.messages(), switches.unsent());
    }

    /** Begins what is due since the last call, and reports what is due. */
    public void tick() {
        synchronized (campus) {
            synchronized (this) {
                long now = clock.millis();
                double passed = Math.max(0, now - lastMillis) / MILLIS;
                lastMillis = now;
                if (!paused) {
                    double most = Math.max(RECORDS_OF_USUAL, settings.rate());
                    owed = Math.min(owed + passed * settings.rate(), most);
                    for (; owed >= RECORDS_OF_USUAL; owed -= RECORDS_OF_USUAL) {
                        begin(now);
                    }
                    sweep(now);
                }
                report(now);
                switches.flush(now);
            }
        }
    }

    /** Nobody begins to talk from now on. */
    public synchronized void pause() {
        paused = true;
    }

    public synchronized void resume() {
        paused = false;
    }

    /** Ends everything that is under way, reports it, and pauses: afterwards the journal is all there is. */
    public void finish() {
        synchronized (campus) {
            synchronized (this) {
                paused = true;
                planned.clear();
                long now = clock.millis();
                report(now);
                for (UnderWay one = underWay.poll(); one != null; one = underWay.poll()) {
                    end(one, Math.min(now, one.end()), now);
                }
                switches.flush(now);
            }
        }
    }

    @Override
    public synchronized void close() {
        paused = true;
        switches.close();
    }

    private void begin(long now) {
        if (underWay.size() >= MOST_UNDER_WAY) {
            return;
        }
        double draw = random.nextDouble();
        if (draw < SCANS) {
            company.anyDevice().ifPresent(scanner -> plan(scanner, now));
        } else if (draw < SCANS + LATERAL) {
            company.anyDevice()
                    .ifPresent(infected -> company.anybody(devices)
                            .filter(victim -> victim.stay() == null || victim.stay() != infected.stay())
                            .ifPresent(
                                    victim -> say(Kind.LATERAL, infected, victim, service(SPREAD), greeting(), now)));
        } else {
            for (int i = 0; i < 20; i++) {
                Somebody one = company.anybody(devices).orElse(null);
                if (one != null && random.nextDouble() * MOST_TALKATIVE < talk.perDay(one)) {
                    converse(one, talk.draw(one, random), now);
                    return;
                }
            }
        }
    }

    private void converse(Somebody one, Relation relation, long now) {
        Optional<Somebody> other = other(relation);
        if (other.isEmpty() || other.get().stay() != null && other.get().stay() == one.stay()) {
            return;
        }
        Somebody client = relation.pull() ? other.get() : one;
        Somebody server = relation.pull() ? one : other.get();
        boolean silent = !client.letIn()
                || !server.letIn()
                || Draws.chance(settings.imperfections().of(Imperfection.UNANSWERED), random);
        say(Kind.LEGITIMATE, client, server, relation.service(), silent ? Outcome.UNANSWERED : Outcome.ANSWERED, now);
        if (Draws.chance(settings.imperfections().of(Imperfection.NOISE), random) && client.role() != null) {
            say(
                    Kind.NOISE,
                    client,
                    company.nobody(client.v4().exporter()),
                    relation.service(),
                    Outcome.UNANSWERED,
                    now);
        }
    }

    private Optional<Somebody> other(Relation relation) {
        var role = relation.pull() ? relation.client() : relation.server();
        if (role != null) {
            return company.anybody(role);
        }
        return Optional.of(relation.pull() ? company.visitor() : company.site(relation.service()));
    }

    private void say(Kind kind, Somebody client, Somebody server, Service service, Outcome outcome, long now) {
        boolean overV6 = client.v6() != null
                && server.v6() != null
                && service.protocol() != Service.ICMP
                && random.nextDouble() < OVER_V6;
        boolean windows = client.role() != null && client.role().windows();
        Conversation conversation = Conversation.happen(
                ++ids,
                kind,
                client.at(overV6),
                server.at(overV6),
                service,
                windows,
                outcome,
                now,
                Long.MAX_VALUE,
                random);
        underWay.add(new UnderWay(conversation, client, server));
    }

    private void plan(Somebody scanner, long now) {
        Service service = service(SWEPT);
        for (int i = 0; i < SWEEP; i++) {
            planned.add(new Planned(now + (long) i * SWEEP_STEP_MILLIS, scanner, service));
        }
    }

    private void sweep(long now) {
        for (Planned step = planned.peek(); step != null && step.at() <= now; step = planned.peek()) {
            planned.remove();
            Somebody scanner = step.scanner();
            if (scanner.gone() > now) {
                Somebody found =
                        random.nextInt(3) > 0 ? null : company.anybody(devices).orElse(null);
                Somebody swept = found == null || found.stay() != null && found.stay() == scanner.stay()
                        ? company.nobody(scanner.v4().exporter())
                        : found;
                boolean somebody = swept.role() != null;
                say(Kind.SCAN, scanner, swept, step.service(), somebody ? greeting() : Outcome.UNANSWERED, now);
            }
        }
    }

    private Service service(List<String> names) {
        return model.service(names.get(random.nextInt(names.size())));
    }

    private Outcome greeting() {
        return switch (random.nextInt(4)) {
            case 0 -> Outcome.ANSWERED;
            case 1 -> Outcome.REFUSED;
            default -> Outcome.UNANSWERED;
        };
    }

    private void report(long now) {
        for (UnderWay one = underWay.peek(); one != null && one.due <= now; one = underWay.peek()) {
            underWay.remove();
            long end = one.end();
            if (end <= one.due) {
                end(one, end, now);
            } else {
                observe(one, one.due, now);
                one.next();
                underWay.add(one);
            }
        }
    }

    /** Reports the rest of what ended at an instant, and writes down what is true of it. */
    private void end(UnderWay one, long end, long now) {
        Conversation said = one.conversation.cut(end);
        if (end > one.reported) {
            observe(one, end, now);
        }
        owed += Math.max(0, RECORDS_OF_USUAL - one.records);
        if (said.requestPackets() + said.replyPackets() > 0) {
            journal.add(said, one.records);
        }
    }

    private void observe(UnderWay one, long to, long now) {
        observer.observe(one.conversation, one.reported, to, record -> export(one, record, now));
        one.reported = to;
    }

    private void export(UnderWay one, FlowRecord record, long now) {
        switches.export(record, now);
        one.records++;
        if (one.records > RECORDS_OF_USUAL) {
            owed--;
        }
    }
}
