package clarion.simulator.dataset;

import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Imperfections;
import clarion.simulator.traffic.Relation;
import clarion.simulator.traffic.Rhythm;
import clarion.simulator.traffic.Role;
import clarion.simulator.traffic.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What each role does by habit, by rhythm; what is rare is no habit. */
final class Habits {

    private static final double SILENCE = 0.15;

    private final List<List<Habit>> byRole = new ArrayList<>();

    /** What a role does in one rhythm: relations, and the sums of their rates so far. */
    static final class Habit {

        final Rhythm rhythm;
        private final Relation[] relations;
        private final double[] sums;

        Habit(Rhythm rhythm, List<Relation> relations) {
            this.rhythm = rhythm;
            this.relations = relations.toArray(Relation[]::new);
            this.sums = new double[this.relations.length];
            double sum = 0;
            for (int i = 0; i < sums.length; i++) {
                sum += this.relations[i].perDay();
                sums[i] = sum;
            }
        }

        /** Conversations a day. */
        double perDay() {
            return sums[sums.length - 1];
        }

        /** One of the relations, by its rate. */
        Relation draw(SplittableRandom random) {
            double draw = random.nextDouble() * perDay();
            int i = 0;
            while (i < sums.length - 1 && sums[i] < draw) {
                i++;
            }
            return relations[i];
        }
    }

    Habits(CampusModel model) {
        for (Role role : model.roles()) {
            Map<Rhythm, List<Relation>> relations = new EnumMap<>(Rhythm.class);
            for (Relation relation : model.relations()) {
                if (!relation.rare() && relation.driver().equals(role)) {
                    relations
                            .computeIfAbsent(relation.when(), rhythm -> new ArrayList<>())
                            .add(relation);
                }
            }
            List<Habit> habits = new ArrayList<>();
            relations.forEach((rhythm, list) -> habits.add(new Habit(rhythm, list)));
            byRole.add(List.copyOf(habits));
        }
    }

    List<Habit> of(Role role) {
        return byRole.get(role.number());
    }

    /**
     * How much of a day's worth of a habit falls into an hour of a day on which the device is there.
     *
     * @param weekday 1 Monday to 7 Sunday
     */
    static double share(Role role, Rhythm rhythm, int weekday, int hour) {
        boolean own = role.comesAndGoes() && rhythm == role.rhythm();
        return rhythm.share(hour) * (own ? rhythm.haste() : rhythm.presence(weekday));
    }

    /** About how many records these many devices of each role make on the days of a plan, at the model's rates. */
    double expected(CampusModel model, DatasetPlan plan) {
        int[] counts = model.counts(plan.endpoints());
        double sum = 0;
        for (Role role : model.roles()) {
            double days = 0;
            for (int day = role.late() ? plan.lateDay() : 0; day < plan.days(); day++) {
                days += role.rhythm().presence(plan.weekday(day));
            }
            double each = 0;
            for (Habit habit : of(role)) {
                for (Relation relation : habit.relations) {
                    each += relation.perDay() * records(relation.service().shape());
                }
            }
            sum += counts[role.number()] * days * each * (role.silent() ? SILENCE : 1);
        }
        Imperfections imperfections = plan.imperfections();
        return sum
                * (1 + imperfections.of(Imperfection.DUPLICATES))
                * (1 - imperfections.of(Imperfection.LOSS))
                * (1 - imperfections.of(Imperfection.ONE_WAY) / 4);
    }

    private static double records(Shape shape) {
        return switch (shape) {
            case STREAM -> 6.2;
            case PUSH -> 2.2;
            case TELL -> 1;
            case KEEP -> 3;
            default -> 2;
        };
    }
}
