package clarion.pxgrid.life;

/** Finds words in what an enterprise bean threw, which is wrapped several times. */
final class Causes {

    private Causes() {}

    /** The first line of the innermost cause. */
    static String deepest(Throwable thrown) {
        Throwable deepest = thrown;
        for (int depth = 0; deepest.getCause() != null && depth < 20; depth++) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        String text = message == null || message.isBlank() ? deepest.getClass().getSimpleName() : message;
        return text.lines().findFirst().orElse(text).strip();
    }
}
