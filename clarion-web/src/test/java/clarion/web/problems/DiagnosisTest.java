package clarion.web.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.web.JsonConfiguration;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

public class DiagnosisTest {

    public record Form(int limit) {}

    @Test
    void findsAServicesProblemThroughWhatTheContainerWrapsAroundIt() {
        var known = new ClarionException(ProblemType.CONFLICT, "It exists already.", Map.of("name", "alice"));
        Problem problem = Diagnosis.of(new EJBTransactionRolledbackException("rolled back", new EJBException(known)));
        assertEquals(409, problem.status());
        assertEquals("conflict", problem.slug());
        assertEquals("It exists already.", problem.detail());
        assertEquals("alice", problem.members().get("name"));
    }

    @Test
    void saysThatTheDatabaseIsAwayAndWhenToRetry() {
        Problem problem = Diagnosis.of(new EJBException(
                new PersistenceException("x", new SQLTransientConnectionException("refused", "08001"))));
        assertEquals("database-unavailable", problem.slug());
        assertEquals("5", problem.headers().get("Retry-After"));
        assertEquals(
                503,
                Diagnosis.of(new PersistenceException(new RuntimeException(new ConnectException("refused"))))
                        .status());
        assertEquals(
                503,
                Diagnosis.of(new SQLException("terminating connection", "57P01"))
                        .status());
    }

    @Test
    void doesNotBlameTheDatabaseForAWrongQueryOrAnotherServersRefusal() {
        assertEquals(
                "internal",
                Diagnosis.of(new PersistenceException(new SQLException("syntax error", "42601")))
                        .slug());
        assertEquals(
                "internal",
                Diagnosis.of(new RuntimeException(new ConnectException("ISE"))).slug());
    }

    @Test
    void tellsWhereTheJsonIsBroken() {
        JsonbException parser = thrownBy("{\"limit\": x}");
        Problem problem = Diagnosis.of(new ProcessingException("Error deserializing", parser));
        assertEquals("malformed-request", problem.slug());
        assertTrue(problem.detail().contains("line no=1"), problem.detail());
        assertFalse(problem.detail().contains("Exception"), problem.detail());
    }

    @Test
    void tellsWhichMemberHasTheWrongType() {
        Problem problem = Diagnosis.of(new ProcessingException(thrownBy("{\"limit\": \"many\"}")));
        assertEquals("malformed-request", problem.slug());
        assertTrue(problem.detail().contains("limit"), problem.detail());
    }

    @Test
    void saysItInACallersWords() {
        assertEquals(
                "limit: the value is not a whole number",
                JsonFaults.plain("Unable to deserialize property 'limit' because of: Error deserialize JSON value into"
                        + " type: class java.lang.Integer."));
        assertEquals(
                "expiresAt: 'soon' is not a time such as 2026-11-23T10:00:00Z",
                JsonFaults.plain("Unable to deserialize property 'expiresAt' because of: Error parsing class"
                        + " java.time.Instant from value: soon. Check your @JsonbDateFormat has all time units for class"
                        + " java.time.Instant type, or consider using org.eclipse.yasson.YassonConfig#X"));
        assertEquals(
                "found an array where an object belongs",
                JsonFaults.plain("Incorrect position for processing type: class clarion.web.access.NewToken. Received"
                        + " event: START_ARRAY Allowed: [START_OBJECT]"));
        assertEquals("no Login here", JsonFaults.plain("no class clarion.web.access.Login here"));
    }

    @Test
    void hidesTheCauseOfWhatNobodyForesaw() {
        Problem problem = Diagnosis.of(new IllegalStateException("secret"));
        assertEquals(500, problem.status());
        assertFalse(problem.toJson("r1").contains("secret"));
    }

    @Test
    void survivesACircleOfCauses() {
        var outer = new RuntimeException("outer");
        outer.initCause(new RuntimeException("inner", outer));
        assertEquals(500, Diagnosis.of(outer).status());
    }

    private static JsonbException thrownBy(String json) {
        return assertThrows(
                JsonbException.class, () -> JsonConfiguration.jsonb().fromJson(json, Form.class));
    }
}
