package clarion.web.problems;

import clarion.domain.ClarionException;
import clarion.domain.logging.ContextLogger;
import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * JAX-RS chooses the mapper of the nearest class, and the servers bring mappers of their own for some of them: one
 * mapper for each such class, all with the same answer.
 */
public final class ProblemMappers {

    private static final System.Logger LOG = ContextLogger.of(ProblemMappers.class);

    private ProblemMappers() {}

    /** Diagnoses, logs what nobody foresaw, answers. */
    abstract static class Mapper<T extends Throwable> implements ExceptionMapper<T> {

        @Context
        @SuppressWarnings("NullAway.Init")
        private HttpServletRequest request;

        @Override
        public Response toResponse(T thrown) {
            Problem problem = Diagnosis.of(thrown);
            ProblemLog.record(LOG, request, problem, thrown);
            return Problems.response(request, problem);
        }
    }

    /** Whatever has no nearer mapper. */
    @Provider
    public static class ForThrowable extends Mapper<Throwable> {}

    /** What business services report. */
    @Provider
    public static class ForClarion extends Mapper<ClarionException> {}

    /** What the EJB container wraps. */
    @Provider
    public static class ForEjb extends Mapper<EJBException> {}

    /** Unknown paths, wrong methods and media types, bad parameters. */
    @Provider
    public static class ForWebApplication extends Mapper<WebApplicationException> {}

    /** Bodies that cannot be read. */
    @Provider
    public static class ForProcessing extends Mapper<ProcessingException> {}

    /** Bodies that are no JSON, or other JSON. */
    @Provider
    public static class ForJsonb extends Mapper<JsonbException> {}

    /** Bodies that are no JSON. */
    @Provider
    public static class ForJson extends Mapper<JsonException> {}

    /** Bean Validation. */
    @Provider
    public static class ForValidation extends Mapper<ValidationException> {}

    /** JPA outside an EJB. */
    @Provider
    public static class ForPersistence extends Mapper<jakarta.persistence.PersistenceException> {}
}
