package clarion.domain.segmentation;

import java.util.Locale;

/**
 * Something that members of a group do or are, and how many elsewhere do or are it too.
 *
 * @param kind what sort of thing it is
 * @param what the service, or the view
 * @param far the far end of a service, or the value of a view
 * @param here share of the group's members that do or are it, of those of whom it is known, 0 to 1
 * @param elsewhere the same share of those it is compared with
 */
public record Trait(Kind kind, String what, String far, double here, double elsewhere) {

    /** The sorts of things. */
    public enum Kind {
        /** Uses a service. */
        USES,
        /** Offers a service. */
        OFFERS,
        /** Is something: a profile, a group, a VLAN. */
        IS
    }

    /** As a sentence without its subject, with figures. */
    public String text() {
        String figures = String.format(Locale.ROOT, " (%.0f %%, others %.0f %%)", 100 * here, 100 * elsewhere);
        return switch (kind) {
                    case USES -> "uses " + what + " of " + far;
                    case OFFERS -> "offers " + what + " to " + far;
                    case IS -> what + " is " + far;
                }
                + figures;
    }

    /** How much it tells the two apart. */
    double strength() {
        return Math.abs(here - elsewhere);
    }
}
