package clarion.domain.policy.mining;

import clarion.domain.policy.mining.ReviewItem.Reason;
import clarion.domain.policy.mining.Tallies.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides service by service: permit, ask a person, or leave out. Nothing that was answered is left out silently. */
public final class Miner {

    /** Of the conversations between two groups, ranges with less than this share are the others, seen backwards. */
    private static final double BACKWARDS = 0.02;

    /** A service with less than this share of answers is one that says and does not ask. */
    private static final double SAYS_ONLY = 0.05;

    /** Where fewer clients than this share were answered, only those count who were. */
    private static final double MOSTLY_ANSWERED = 0.3;

    /** From this size on, a group's service must be offered by more members than deviants could be. */
    private static final int LARGE = 20;

    /** Who offers an infrastructure service to so many groups offers it to all. */
    private static final int WIDELY = 3;

    private static final int OFTEN = 5;

    /** Ranges of more ports than this need the more evidence, and of this share of the members on both sides. */
    private static final int WIDE = 256;

    private static final double MUCH = 0.25;

    private final Groups groups;
    private final MiningSettings settings;
    private final Tallies tallies;
    private final Map<String, Double> others = new HashMap<>();
    private final List<Permit> permits = new ArrayList<>();
    private final List<ReviewItem> review = new ArrayList<>();

    private Miner(Usage usage, Groups groups, MiningSettings settings) {
        this.groups = groups;
        this.settings = settings;
        this.tallies = new Tallies(groups, settings);
        tallies.addAll(usage);
    }

    /** Mines a policy. The same usage and groups give the same. */
    public static Mined mine(Usage usage, Groups groups, MiningSettings settings) {
        return new Miner(usage, groups, settings).run();
    }

    private Mined run() {
        List<Counted> counted = tallies.counted();
        // Twice: how many members must do something depends on how many others do it.
        counted.forEach(this::permit);
        weighOthers();
        permits.clear();
        List<Counted> undecided = new ArrayList<>(counted);
        undecided.removeIf(this::permit);
        Map<String, Set<Integer>> offered = byPeers(true);
        Map<String, Set<Integer>> asked = byPeers(false);
        for (Counted one : undecided) {
            if (!isProtected(one, offered) && !isUsual(one, asked)) {
                review(one);
            }
        }
        permits.sort(Comparator.comparingInt(Permit::client)
                .thenComparingInt(Permit::server)
                .thenComparing(Permit::service));
        review.sort(Comparator.comparing(ReviewItem::reason)
                .thenComparingInt(ReviewItem::client)
                .thenComparingInt(ReviewItem::server)
                .thenComparing(ReviewItem::service));
        return new Mined(groups, permits, review, tallies.unknown, tallies.multicast, tallies.dead, tallies.scans);
    }

    /** Of each service of each server group, the share of all endpoints whose groups use it. */
    private void weighOthers() {
        double all = Math.max(1, groups.members());
        for (Permit permit : permits) {
            others.merge(permit.server() + " " + permit.service(), groups.size(permit.client()) / all, Double::sum);
        }
    }

    private int support(Counted one) {
        int size = groups.size(one.client());
        double sum = others.getOrDefault(one.server() + " " + one.service(), 0.0);
        return settings.support(size, sum);
    }

    private boolean saysOnly(Counted one) {
        return one.service().protocol() != 6 && one.evidence().answeredShare() < SAYS_ONLY;
    }

    /** Members of the client group that count as using the service. */
    private int using(Counted one) {
        Evidence e = one.evidence();
        if (saysOnly(one)) {
            return e.days() >= settings.leastDays() ? e.clients() : 0;
        }
        boolean mostly = e.answeredClients() >= 2 && e.answeredClients() >= MOSTLY_ANSWERED * e.clients();
        return mostly ? e.clients() : e.answeredClients();
    }

    private boolean permit(Counted one) {
        Evidence e = one.evidence();
        if (one.client() == Groups.EXTERNAL) {
            if (e.answered() < OFTEN || e.days() < settings.leastDays()) {
                return false;
            }
            return add(one, e.answered() + " conversations from outside were answered, on " + e.days() + " days");
        }
        int size = groups.size(one.client());
        int support = support(one);
        int using = using(one);
        boolean lonely = size == 1 && (e.days() < settings.leastDays() || e.conversations() < OFTEN);
        if (using < support || lonely || isFewServers(one) || isBackwards(one) || isThinRange(one)) {
            return false;
        }
        return add(
                one,
                using + " of " + size + " members " + (saysOnly(one) ? "say this" : "use it") + ", " + support
                        + " are enough; seen on " + e.days() + (e.days() == 1 ? " day" : " days"));
    }

    private boolean add(Counted one, String why) {
        permits.add(new Permit(one.client(), one.server(), one.service(), one.evidence(), why, !saysOnly(one)));
        return true;
    }

    private boolean isFewServers(Counted one) {
        int size = groups.size(one.server());
        return size >= LARGE && one.evidence().servers() < settings.support(size, 0);
    }

    /** A range opens so many ports that a few conversations are not enough for it. */
    private boolean isThinRange(Counted one) {
        Evidence e = one.evidence();
        return one.service().width() > WIDE
                && (e.ports() < settings.rangePorts()
                        || e.clients() < MUCH * groups.size(one.client())
                        || e.servers() < MUCH * groups.size(one.server()));
    }

    /** A few conversations whose sides were mistaken look like a service on all the ports that clients have. */
    private boolean isBackwards(Counted one) {
        return one.service().isRange()
                && one.client() != one.server()
                && one.evidence().conversations()
                        < BACKWARDS
                                * tallies.said(
                                        one.server(),
                                        one.client(),
                                        one.service().protocol());
    }

    /** Per group and service the groups at the other end: of servers those that ask, or of clients those asked. */
    private Map<String, Set<Integer>> byPeers(boolean ofServers) {
        Map<String, Set<Integer>> peers = new HashMap<>();
        for (Permit permit : permits) {
            int one = ofServers ? permit.server() : permit.client();
            peers.computeIfAbsent(one + " " + permit.service(), k -> new HashSet<>())
                    .add(ofServers ? permit.client() : permit.server());
        }
        return peers;
    }

    private boolean isProtected(Counted one, Map<String, Set<Integer>> offered) {
        Optional<Baseline.Entry> entry = settings.baseline().find(one.service());
        int groupsUsing = offered.getOrDefault(one.server() + " " + one.service(), Set.of())
                .size();
        return entry.isPresent()
                && one.client() >= 0
                && one.server() >= 0
                && groupsUsing >= WIDELY
                && using(one) >= entry.get().least(groups.size(one.client()))
                && add(
                        one,
                        entry.get().name() + " is infrastructure that " + groupsUsing
                                + " groups use there, and it is kept wherever it is used at all");
    }

    /** A small group that uses a service with many others, as backup and monitoring do, is believed sooner. */
    private boolean isUsual(Counted one, Map<String, Set<Integer>> asked) {
        int others =
                asked.getOrDefault(one.client() + " " + one.service(), Set.of()).size();
        return one.client() >= 0
                && groups.size(one.client()) < LARGE
                && others >= WIDELY
                && one.evidence().answered() >= 2
                && one.evidence().days() >= settings.leastDays()
                && !isFewServers(one)
                && !isBackwards(one)
                && add(one, "few members, but they use it with " + others + " other groups, too");
    }

    private void review(Counted one) {
        Evidence e = one.evidence();
        int size = groups.size(one.client());
        String members = one.client() < 0 ? "" : " of " + size;
        if (e.conversations() == 0) {
            ask(one, Reason.SCAN, "seen in " + e.scans() + " conversations of scans alone");
        } else if (using(one) >= support(one) && isFewServers(one)) {
            ask(
                    one,
                    Reason.FEW_SERVERS,
                    e.servers() + " of " + groups.size(one.server())
                            + " members answer; they may belong to another group");
        } else if (isBackwards(one)) {
            ask(one, Reason.UNANSWERED, "looks like traffic of the other direction, seen backwards");
        } else if (e.answeredClients() >= 2
                || one.client() < 0 && e.answered() > 0
                || saysOnly(one) && e.clients() > 1) {
            ask(
                    one,
                    Reason.RARE,
                    "seldom: " + Math.max(e.answeredClients(), saysOnly(one) ? e.clients() : 0) + members
                            + " members, on " + e.days() + (e.days() == 1 ? " day" : " days"));
        } else if (e.answeredClients() == 1) {
            ask(one, Reason.ONE_CLIENT, "one client alone" + (members.isEmpty() ? "" : members) + " was answered");
        } else if (e.clients() > 1) {
            ask(one, Reason.UNANSWERED, e.clients() + members + " members asked, and no answer was seen");
        }
    }

    private void ask(Counted one, Reason reason, String text) {
        review.add(new ReviewItem(reason, one.client(), one.server(), one.service(), one.evidence(), text));
    }
}
