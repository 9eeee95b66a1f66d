package clarion.domain.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Groups some endpoints: fine parts first, merged while it gains, each endpoint moved to where it fits best, groups
 * split where that gains, over and over until nothing changes or it has been done often enough.
 */
final class Fit {

    private static final int MOVES = 6;
    private static final int ROUNDS = 3;

    private final Model model;
    private final int[] endpoints;
    private final int[] group;
    private int groups;

    private final Workers workers;

    Fit(Model model, int[] endpoints, Workers workers) {
        this.model = model;
        this.workers = workers;
        this.endpoints = endpoints;
        this.group = new int[endpoints.length];
    }

    /** From nothing. */
    void fromSeed(long seed, int parts) {
        int[] part = new Seeding(model, endpoints, seed).parts(parts, workers);
        System.arraycopy(part, 0, group, 0, part.length);
        groups = compact();
        move(2);
        merge();
        improve();
    }

    private void improve() {
        for (int round = 0; round < ROUNDS; round++) {
            boolean moved = move(MOVES);
            boolean split = split();
            if (split) {
                move(MOVES);
            }
            boolean merged = merge();
            if (!moved && !split && !merged) {
                return;
            }
        }
        move(2);
    }

    List<Cluster> clusters() {
        List<Cluster> clusters = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            clusters.add(new Cluster(model));
        }
        for (int i = 0; i < endpoints.length; i++) {
            clusters.get(group[i]).add(endpoints[i]);
        }
        return clusters;
    }

    /** The groups of everybody, summed up. */
    static List<Cluster> clusters(Model model, Grouping grouping) {
        List<Cluster> clusters = new ArrayList<>();
        for (int g = 0; g < grouping.groups(); g++) {
            clusters.add(new Cluster(model));
        }
        for (int i = 0; i < grouping.endpoints(); i++) {
            clusters.get(grouping.group(i)).add(i);
        }
        return clusters;
    }

    int groups() {
        return groups;
    }

    private boolean merge() {
        int before = groups;
        int[] into = new Merging(model, clusters(), workers).run();
        for (int i = 0; i < group.length; i++) {
            group[i] = into[group[i]];
        }
        groups = compact();
        return groups != before;
    }

    private boolean move(int most) {
        boolean any = false;
        for (int round = 0; round < most; round++) {
            Posterior posterior = new Posterior(model, clusters());
            AtomicInteger changed = new AtomicInteger();
            workers.ranges(endpoints.length, (from, to) -> {
                double[] scores = new double[groups];
                for (int i = from; i < to; i++) {
                    int best = posterior.of(endpoints[i], scores);
                    if (best != group[i]) {
                        group[i] = best;
                        changed.incrementAndGet();
                    }
                }
            });
            int moved = changed.get();
            any |= moved > 0;
            groups = compact();
            if (moved * 1000L <= endpoints.length) {
                break;
            }
        }
        return any;
    }

    private boolean split() {
        int before = groups;
        boolean[][] parts = new boolean[before][];
        workers.each(before, g -> parts[g] = new Splitting(model, members(g)).find());
        for (int g = 0; g < before; g++) {
            boolean[] apart = parts[g];
            if (apart.length > 0) {
                int number = groups++;
                int m = 0;
                for (int i = 0; i < group.length; i++) {
                    if (group[i] == g && apart[m++]) {
                        group[i] = number;
                    }
                }
            }
        }
        return groups != before;
    }

    private int[] members(int g) {
        int[] members = new int[group.length];
        int count = 0;
        for (int i = 0; i < group.length; i++) {
            if (group[i] == g) {
                members[count++] = endpoints[i];
            }
        }
        return Arrays.copyOf(members, count);
    }

    /** Numbers groups anew without gaps, in the order of their first members. */
    private int compact() {
        int[] number = new int[Math.max(groups, Arrays.stream(group).max().orElse(0) + 1)];
        Arrays.fill(number, -1);
        int next = 0;
        for (int i = 0; i < group.length; i++) {
            if (number[group[i]] < 0) {
                number[group[i]] = next++;
            }
            group[i] = number[group[i]];
        }
        return next;
    }
}
