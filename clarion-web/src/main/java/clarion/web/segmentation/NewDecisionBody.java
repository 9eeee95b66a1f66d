package clarion.web.segmentation;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.devices.MacAddress;
import clarion.domain.segmentation.decisions.Decision.Kind;
import clarion.domain.segmentation.decisions.Decision.Selection;
import clarion.ejb.segmentation.NewDecision;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a cluster.
 *
 * @param kind ACCEPT; RENAME with a name; MERGE with into; SPLIT with a name, and members or attribute and value; PIN
 *     or EXCLUDE with members
 * @param into the id of the cluster that takes the members in
 * @param members MAC addresses, in any spelling
 * @param attribute profile, group, os, deviceType or vlan: all members with the value go, also in later runs
 * @param name of RENAME and SPLIT
 */
public record NewDecisionBody(
        @Schema(enumeration = {"ACCEPT", "RENAME", "MERGE", "SPLIT", "PIN", "EXCLUDE"}) @Nullable
        String kind,

        @Nullable String into,
        @Nullable List<String> members,
        @Nullable String attribute,
        @Nullable String value,
        @Nullable String name) {

    NewDecision toDecision() {
        return new NewDecision(parse(kind), id(into), macs(), selection(), name);
    }

    private static Kind parse(@Nullable String kind) {
        String wanted = kind == null ? "" : kind.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> invalid("kind: expected one of " + Arrays.toString(Kind.values()) + "."));
    }

    private static @Nullable Long id(@Nullable String into) {
        try {
            return into == null ? null : Long.valueOf(into.strip());
        } catch (NumberFormatException e) {
            throw invalid("into: expected the id of a cluster, found '" + into + "'.");
        }
    }

    private Set<String> macs() {
        if (members == null) {
            return Set.of();
        }
        try {
            return members.stream()
                    .filter(Objects::nonNull)
                    .map(mac -> MacAddress.parse(mac).toString())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw invalid("members: " + e.getMessage());
        }
    }

    private @Nullable Selection selection() {
        if (attribute == null && value == null) {
            return null;
        }
        if (attribute == null || value == null) {
            throw invalid("attribute and value: give both, or members.");
        }
        return new Selection(attribute, value);
    }

    private static ClarionException invalid(String detail) {
        return new ClarionException(ProblemType.VALIDATION_FAILED, detail);
    }
}
