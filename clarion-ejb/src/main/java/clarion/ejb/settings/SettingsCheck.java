package clarion.ejb.settings;

import clarion.domain.settings.SettingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds everything that is wrong with the settings at once, so that an operator repairs them in one go. */
final class SettingsCheck {

    private static final String PREFIX = "clarion.";
    private static final String VARIABLE_PREFIX = "CLARION_";

    private final Map<String, SettingKey> known = new TreeMap<>();

    SettingsCheck(Collection<SettingKey> keys) {
        keys.forEach(key -> known.put(key.name(), key));
    }

    /** Values that their keys do not take, one line each, ordered by key. */
    List<String> badValues(Function<String, Optional<String>> value) {
        List<String> faults = new ArrayList<>();
        for (SettingKey key : known.values()) {
            value.apply(key.name())
                    .filter(text -> !text.isEmpty())
                    .flatMap(text -> key.kind().fault(text))
                    .ifPresent(fault -> faults.add(key.name() + ": " + fault));
        }
        return faults;
    }

    /**
     * Keys that mean nothing, one line each, in order.
     *
     * <p>Some servers list every environment variable twice: as it is, and as the key that it could stand for. The
     * second one is left to {@link #unknownVariables}.
     *
     * @param given every property name that any source offers; those outside {@code clarion.*} are not our business
     */
    List<String> unknownKeys(Collection<String> given) {
        Set<String> names = Set.copyOf(given);
        TreeSet<String> unknown = new TreeSet<>();
        for (String name : names) {
            if (name.startsWith(PREFIX)
                    && !known.containsKey(name)
                    && !names.contains(SettingKey.environmentVariable(name))) {
                unknown.add(name);
            }
        }
        return unknown.stream()
                .map(name -> name + ": there is no such setting"
                        + Spelling.nearest(name, known.keySet())
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse(""))
                .toList();
    }

    /**
     * Environment variables that look like ours and are not. They may be another's (Kubernetes gives every pod
     * variables named after its services, such as {@code CLARION_PORT}), so they deserve a word and no more.
     */
    List<String> unknownVariables(Collection<String> given) {
        List<String> variables =
                known.values().stream().map(SettingKey::environmentVariable).toList();
        return new TreeSet<>(given)
                .stream()
                        .filter(name -> name.startsWith(VARIABLE_PREFIX) && !variables.contains(name))
                        .map(name -> name
                                + Spelling.nearest(name, variables)
                                        .map(nearest -> " (did you mean " + nearest + "?)")
                                        .orElse(""))
                        .toList();
    }
}
