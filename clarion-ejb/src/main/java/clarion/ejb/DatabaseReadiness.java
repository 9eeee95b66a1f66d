package clarion.ejb;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Whether the database was reached and its schema is the one this release needs. It becomes ready once and stays so: a
 * database that goes away later shows in the statements that fail.
 */
@ApplicationScoped
public class DatabaseReadiness {

    private volatile boolean ready;
    private volatile String problem = "the database has not been reached yet";

    public boolean isReady() {
        return ready;
    }

    /** What keeps the database from being ready, in a sentence; empty once it is. */
    public Optional<String> problem() {
        return ready ? Optional.empty() : Optional.of(problem);
    }

    /**
     * Lets the caller pass once the schema is there.
     *
     * @throws ClarionException {@link ProblemType#DATABASE_UNAVAILABLE} before
     */
    public void require() {
        if (!ready) {
            throw new ClarionException(ProblemType.DATABASE_UNAVAILABLE, problem);
        }
    }

    void markReady() {
        ready = true;
    }

    void markNotReady(String reason) {
        problem = reason;
    }
}
