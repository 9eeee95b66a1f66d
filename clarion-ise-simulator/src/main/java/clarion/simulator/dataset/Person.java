package clarion.simulator.dataset;

import java.util.List;
import java.util.Locale;

/**
 * Somebody in the directory.
 *
 * @param number 0 and up
 * @param group the Active Directory group that the directory has them in, right or wrong
 */
record Person(int number, String group) {

    private static final List<String> FIRST = List.of(
            "Amina", "Anders", "Carla", "Chen", "Deepa", "Elena", "Emeka", "Fatima", "Grace", "Hugo", "Ines", "Jana",
            "Kemal", "Leila", "Marc", "Nadia", "Olga", "Priya", "Rosa", "Tariq", "Uma", "Victor", "Wei", "Yuki");
    private static final List<String> LAST = List.of(
            "Abebe", "Baker", "Castro", "Dubois", "Eze", "Fischer", "Gupta", "Hansen", "Ito", "Jansen", "Kaya", "Lopez",
            "Martin", "Novak", "Okafor", "Patel", "Reyes", "Sato", "Tanaka", "Walker", "Yilmaz", "Zhang");

    String first() {
        return FIRST.get(Math.floorMod(number * 7, FIRST.size()));
    }

    String last() {
        return LAST.get(Math.floorMod(number * 5, LAST.size()));
    }

    String userId() {
        return "user-" + number;
    }

    /** The sAMAccountName. */
    String account() {
        return (first() + "." + last() + number).toLowerCase(Locale.ROOT);
    }
}
