package clarion.simulator.flows;

import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.Relation;
import clarion.simulator.traffic.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What each role of the living campus does, day and night; what is rare it does now and then. */
final class Talk {

    private static final double RARELY = 0.1;

    private final List<List<Relation>> relations = new ArrayList<>();
    private final double[] perDay;

    Talk(CampusModel model) {
        perDay = new double[model.roles().size()];
        for (Role role : model.roles()) {
            List<Relation> own = model.relations().stream()
                    .filter(relation -> relation.driver().equals(role))
                    .toList();
            relations.add(own);
            perDay[role.number()] = own.stream().mapToDouble(Talk::rate).sum();
        }
    }

    private static double rate(Relation relation) {
        return relation.rare() ? relation.perDay() * RARELY : relation.perDay();
    }

    /** Conversations a day; none for somebody of the internet. */
    double perDay(Somebody one) {
        Role role = one.role();
        return role == null ? 0 : perDay[role.number()];
    }

    /** One of the relations of somebody who has some, by its rate. */
    Relation draw(Somebody one, SplittableRandom random) {
        Role role = one.role();
        if (role == null || relations.get(role.number()).isEmpty()) {
            throw new IllegalArgumentException("somebody who has nothing to say");
        }
        double draw = random.nextDouble() * perDay[role.number()];
        Relation last = relations.get(role.number()).get(0);
        for (Relation relation : relations.get(role.number())) {
            last = relation;
            draw -= rate(relation);
            if (draw <= 0) {
                break;
            }
        }
        return last;
    }
}
