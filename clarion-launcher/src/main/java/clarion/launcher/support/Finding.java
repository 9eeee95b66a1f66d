package clarion.launcher.support;

/**
 * What one look at Clarion found.
 *
 * @param grade how it is
 * @param about what was looked at, in a word or two
 * @param words what was found, and what to do if it is not well
 */
public record Finding(Grade grade, String about, String words) {

    /** How it is. */
    public enum Grade {
        OK,
        /** It works, and somebody should look. */
        WARN,
        /** It does not work. */
        FAIL,
        /** It could not be looked at. */
        UNKNOWN
    }

    static Finding ok(String about, String words) {
        return new Finding(Grade.OK, about, words);
    }

    static Finding warn(String about, String words) {
        return new Finding(Grade.WARN, about, words);
    }

    static Finding fail(String about, String words) {
        return new Finding(Grade.FAIL, about, words);
    }

    static Finding unknown(String about, String words) {
        return new Finding(Grade.UNKNOWN, about, words);
    }
}
