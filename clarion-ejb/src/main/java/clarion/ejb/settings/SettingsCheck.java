package clarion.ejb.settings;

import clarion.domain.settings.SettingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds everything that is wrong with the settings at once, so that an operator repairs them in one go. */
final class SettingsCheck {

    private final Map<String, SettingKey> known = new TreeMap<>();

    SettingsCheck(Collection<SettingKey> keys) {
        keys.forEach(key -> known.put(key.name(), key));
    }

    /**
     * One line per fault, ordered by key; empty when all is well.
     *
     * @param given every property name that any source offers; those that are not {@code clarion.*} or
     *     {@code CLARION_*} are none of our business
     * @param value the effective value of a key
     */
    List<String> faults(Collection<String> given, Function<String, Optional<String>> value) {
        List<String> faults = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (String name : given) {
            if (name.startsWith("clarion.") && !known.containsKey(name)) {
                unknown.add(name);
            } else if (name.startsWith("CLARION_") && !isVariableOfAKey(name)) {
                unknown.add(name);
            }
        }
        for (SettingKey key : known.values()) {
            value.apply(key.name())
                    .filter(text -> !text.isEmpty())
                    .flatMap(text -> key.kind().fault(text))
                    .ifPresent(fault -> faults.add(key.name() + ": " + fault));
        }
        unknown.forEach(name -> faults.add(name + ": there is no such setting" + suggestion(name)));
        return faults;
    }

    private boolean isVariableOfAKey(String variable) {
        return known.values().stream().anyMatch(key -> key.environmentVariable().equals(variable));
    }

    private String suggestion(String name) {
        boolean variable = name.startsWith("CLARION_");
        String best = "";
        int bestDistance = 4;
        for (SettingKey key : known.values()) {
            String candidate = variable ? key.environmentVariable() : key.name();
            int distance = distance(name, candidate);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = "; did you mean " + candidate + "?";
            }
        }
        return best;
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
