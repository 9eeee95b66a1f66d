package clarion.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem that Clarion can name: the caller learns what happened and what to do next.
 *
 * <p>It is free of Jakarta on purpose; {@code ejb-jar.xml} declares it an application exception that rolls back. The
 * message is the RFC 9457 {@code detail}: one or two sentences, the offending value included, the next step said.
 * Parameters become members of the problem document and must not hold secrets.
 */
public class ClarionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, Object> parameters;

    public ClarionException(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    public ClarionException(ProblemType type, String detail, Map<String, ?> parameters) {
        super(detail);
        this.type = type;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public ClarionException(ProblemType type, String detail, Throwable cause) {
        super(detail, cause);
        this.type = type;
        this.parameters = Map.of();
    }

    public ProblemType type() {
        return type;
    }

    /** Further members of the problem document, in insertion order; never null, also after deserialisation. */
    public Map<String, Object> parameters() {
        return parameters == null ? Map.of() : parameters;
    }
}
