package clarion.ejb.listing;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.DatabaseReadiness;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Runs list queries; its callers hold the transaction. Nothing here writes. */
@Dependent
public class Lists {

    /** Totals are exact up to about this number, estimated beyond. */
    static final long EXACT_TOTAL = 10_000;

    private static final int TIMEOUT_SECONDS = 30;

    /**
     * For the rest of the caller's transaction: no statement runs for ever, and each is planned for its own values.
     * Which index serves a filter depends on them (a LIKE pattern, a date); a generic plan would take over from the
     * sixth call. To compile a statement takes longer than to run it here. What lists read is in memory or on a disk
     * without arms, where a page costs the same wherever it is; PostgreSQL's default is for one with arms.
     */
    private static final String BOUNDS = "SET LOCAL statement_timeout = '" + TIMEOUT_SECONDS + "s';"
            + " SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL jit = off;"
            + " SET LOCAL random_page_cost = 1.1";

    private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\":\\s*([0-9]+)");

    private final DataSource dataSource;
    private final Runnable gate;

    @Inject
    public Lists(DataSource dataSource, DatabaseReadiness readiness) {
        this.dataSource = dataSource;
        this.gate = readiness::require;
    }

    /** On a database whose schema is known to be there. */
    public Lists(DataSource dataSource) {
        this.dataSource = dataSource;
        this.gate = () -> {};
    }

    /**
     * The page that the query asks for. PostgreSQL's estimate decides whether the matching rows are worth counting; a
     * page of very many is found without looking at all of them.
     */
    public <T> Page<T> page(ListQuery query, Function<Row, T> mapper) {
        return read(connection -> {
            ListSql sql = new ListSql(query);
            if (!query.counted()) {
                return Reading.of(connection, query, sql, sql.page(), mapper).page(null);
            }
            long estimate = estimate(connection, sql);
            if (estimate <= EXACT_TOTAL) {
                Reading<T> counted = Reading.of(connection, query, sql, sql.countedPage(EXACT_TOTAL), mapper);
                if (counted.total() <= EXACT_TOTAL) {
                    return counted.page(new Page.Total(counted.total(), true));
                }
            }
            Reading<T> reading = Reading.of(connection, query, sql, sql.page(), mapper);
            if (reading.next().isEmpty() && query.cursor() == null) {
                return reading.page(new Page.Total(reading.items().size(), true)); // the estimate was far off
            }
            return reading.page(new Page.Total(Math.max(EXACT_TOTAL + 1, estimate), false));
        });
    }

    /** The only row within a scope, with further columns. */
    public <T> Optional<T> find(ListDefinition list, Scope scope, List<Column> further, Function<Row, T> mapper) {
        ListQuery query = ListQuery.of(list.with(further)).within(scope).page(null, 1);
        return page(query, mapper).items().stream().findFirst();
    }

    private static long estimate(Connection connection, ListSql sql) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql.plan());
                ResultSet rs = statement.executeQuery()) {
            rs.next();
            Matcher rows = PLAN_ROWS.matcher(rs.getString(1));
            return rows.find() ? Long.parseLong(rows.group(1)) : 0;
        }
    }

    /** A statement with its values bound. */
    static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        List<Object> arguments = sql.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
        return statement;
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T apply(Connection connection) throws SQLException;
    }

    /**
     * Reads from the database.
     *
     * @throws ClarionException if the database does not answer, or not in time
     */
    public <T> T read(Work<T> work) {
        gate.run();
        try (Connection connection = dataSource.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(BOUNDS);
            }
            return work.apply(connection);
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    private static RuntimeException problem(SQLException e) {
        String state = e.getSQLState() == null ? "08000" : e.getSQLState();
        if (state.equals("57014")) {
            return new ClarionException(
                    ProblemType.UNAVAILABLE,
                    "The query took longer than " + TIMEOUT_SECONDS + " s and was stopped; narrow the filter.",
                    e);
        }
        if (state.startsWith("08") || state.startsWith("57") || state.startsWith("53")) {
            return new ClarionException(
                    ProblemType.DATABASE_UNAVAILABLE,
                    "The database does not answer; it is tried again with every request.",
                    e);
        }
        return new IllegalStateException("the database refused a statement of the listing engine", e);
    }
}
