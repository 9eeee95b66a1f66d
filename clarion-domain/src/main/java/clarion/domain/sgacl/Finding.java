package clarion.domain.sgacl;

/**
 * What is odd about an SGACL that can be read.
 *
 * @param kind which oddity
 * @param position of the ACE, from 0; the number of ACEs for what is missing at the end
 * @param text what it means and what to do
 */
public record Finding(Kind kind, int position, String text) {

    /** Oddities, by what comes of them. */
    public enum Kind {
        /** The engine refuses the list on this platform. */
        UNDECIDABLE,
        /** What no ACE matches is permitted, and nothing says that this is meant. */
        NO_CATCH_ALL,
        /** Never decides. */
        SHADOWED,
        /** Decides, but without it everything would be the same. */
        REDUNDANT,
        /** Every packet passes, though there are denials or conditions. */
        PERMITS_ALL
    }
}
