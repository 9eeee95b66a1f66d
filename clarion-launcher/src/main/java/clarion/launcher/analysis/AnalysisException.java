package clarion.launcher.analysis;

/** Why there is no analysis: one or two sentences that say what to do. */
public final class AnalysisException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AnalysisException(String line) {
        super(line);
    }
}
