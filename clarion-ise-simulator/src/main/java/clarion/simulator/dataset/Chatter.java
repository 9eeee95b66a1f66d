package clarion.simulator.dataset;

import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.Conversation;
import clarion.simulator.traffic.Conversation.Kind;
import clarion.simulator.traffic.Conversation.Outcome;
import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Party;
import clarion.simulator.traffic.Relation;
import clarion.simulator.traffic.Role;
import clarion.simulator.traffic.Service;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Lets everybody speak, hour by hour: by habit, by mistake, and, on a few days, what is rare. */
final class Chatter {

    private static final Address MDNS = Address.v4(224, 0, 0, 251);
    private static final int NOBODIES = 40;

    private final Population population;
    private final DatasetPlan plan;
    private final Contacts contacts;
    private final Habits habits;
    private final double scale;
    private final Hearer hearer;
    private long conversations;

    /** Takes a conversation; the relation is null where no role has one. */
    interface Hearer {
        void hear(Conversation conversation, @Nullable Relation relation) throws IOException;
    }

    Chatter(Population population, Contacts contacts, Hearer hearer) {
        this.population = population;
        this.plan = population.plan;
        this.contacts = contacts;
        this.habits = new Habits(population.model);
        this.scale = plan.records() / habits.expected(population.model, plan);
        this.hearer = hearer;
    }

    /** Lets an hour of a day pass in which everybody is where {@link Endpoint#today} says. */
    void hour(int day, int hour) throws IOException {
        long from = plan.startMillis() + day * DatasetPlan.DAY_MILLIS + hour * DatasetPlan.HOUR_MILLIS;
        long salt = Draws.seed(plan.seed(), 10_000 + day * 24L + hour);
        int weekday = plan.weekday(day);
        for (Endpoint endpoint : population.endpoints) {
            if (!endpoint.today.isEmpty()) {
                SplittableRandom random = new SplittableRandom(Draws.seed(salt, endpoint.id));
                for (Presence presence : endpoint.today) {
                    long start = Math.max(from, presence.from);
                    long end = Math.min(from + DatasetPlan.HOUR_MILLIS, presence.to);
                    if (start < end) {
                        speak(presence, start, end, weekday, hour, random);
                    }
                }
            }
        }
    }

    private void speak(Presence who, long from, long to, int weekday, int hour, SplittableRandom random)
            throws IOException {
        Endpoint endpoint = who.endpoint;
        double part = (double) (to - from) / DatasetPlan.HOUR_MILLIS * scale * endpoint.activity;
        double half = endpoint.second == null ? 1 : 0.5;
        habits(who, endpoint.role, Kind.LEGITIMATE, part * half, from, to, weekday, hour, random);
        if (endpoint.second != null) {
            habits(who, endpoint.second, Kind.ODD, part * half, from, to, weekday, hour, random);
        }
    }

    private void habits(
            Presence who,
            Role role,
            Kind kind,
            double part,
            long from,
            long to,
            int weekday,
            int hour,
            SplittableRandom random)
            throws IOException {
        for (Habits.Habit habit : habits.of(role)) {
            double mean = habit.perDay() * Habits.share(role, habit.rhythm, weekday, hour) * part;
            int count = mean <= 0 ? 0 : Draws.poisson(mean, random);
            for (int i = 0; i < count; i++) {
                long at = from + random.nextLong(to - from);
                Relation relation = habit.draw(random);
                converse(who, relation, kind, at, random);
                if (Draws.chance(plan.imperfections().of(Imperfection.NOISE), random)) {
                    mistake(who, relation.service(), at, random);
                }
            }
        }
    }

    /** What is rare, all of it for one day: a share of a role's devices, and two at least, ask once or twice. */
    void rare(int day) throws IOException {
        SplittableRandom random = new SplittableRandom(Draws.seed(plan.seed(), 5_000 + day));
        long midnight = plan.startMillis() + day * DatasetPlan.DAY_MILLIS;
        for (Relation relation : population.model.relations()) {
            List<Endpoint> drivers = contacts.members(relation.driver());
            int least = Math.min(2, drivers.size());
            int wanted = (int) Math.max(least, Math.round(relation.perDay() * drivers.size()));
            for (int i = 0; relation.rare() && i < wanted; i++) {
                Endpoint endpoint = wanted > drivers.size() / 2
                        ? drivers.get(i % drivers.size())
                        : drivers.get(random.nextInt(drivers.size()));
                for (int often = 1 + random.nextInt(2); often > 0; often--) {
                    Presence who =
                            endpoint.today.isEmpty() ? null : endpoint.today.get(random.nextInt(endpoint.today.size()));
                    if (who != null) {
                        long from = Math.max(who.from, midnight);
                        long to = Math.min(who.to, midnight + DatasetPlan.DAY_MILLIS);
                        if (from < to) {
                            converse(who, relation, Kind.LEGITIMATE, from + random.nextLong(to - from), random);
                        }
                    }
                }
            }
        }
    }

    private void converse(Presence who, Relation relation, Kind kind, long at, SplittableRandom random)
            throws IOException {
        Role other = relation.pull() ? relation.client() : relation.server();
        Presence met = other == null ? null : contacts.partner(who.endpoint, other, relation, at, random);
        if (met == null && other != null) {
            return;
        }
        Party far = met != null
                ? met.party
                : relation.pull() ? contacts.visitor(random) : contacts.site(relation.service(), random);
        Party client = relation.pull() ? far : who.party;
        Party server = relation.pull() ? who.party : far;
        boolean unanswered = Draws.chance(plan.imperfections().of(Imperfection.UNANSWERED), random);
        Role asking = relation.pull() ? other : who.endpoint.role;
        say(
                kind,
                client,
                server,
                relation.service(),
                asking != null && asking.windows(),
                unanswered ? Outcome.UNANSWERED : Outcome.ANSWERED,
                at,
                Math.min(who.to, met == null ? Presence.OPEN : met.to),
                random,
                relation);
    }

    private void mistake(Presence who, Service service, long at, SplittableRandom random) throws IOException {
        boolean chatty = random.nextBoolean();
        Party server =
                contacts.nobody(who.exporter, chatty ? MDNS : Address.v4(AddressPlan.nobody(random.nextInt(NOBODIES))));
        say(
                Kind.NOISE,
                who.party,
                server,
                chatty ? population.model.service("mdns") : service,
                who.endpoint.role.windows(),
                chatty ? Outcome.ANSWERED : Outcome.UNANSWERED,
                at,
                who.to,
                random,
                null);
    }

    /** One conversation, cut off where a side goes. */
    void say(
            Kind kind,
            Party client,
            Party server,
            Service service,
            boolean windows,
            Outcome outcome,
            long at,
            long latest,
            SplittableRandom random,
            @Nullable Relation relation)
            throws IOException {
        hearer.hear(
                Conversation.happen(
                        ++conversations, kind, client, server, service, windows, outcome, at, latest, random),
                relation);
    }
}
