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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs list queries; its callers hold the transaction. Nothing here writes. */
@Dependent
public class Lists {

    /** Totals are exact up to this number, estimated beyond. */
    static final long EXACT_TOTAL = 100_000;

    private static final int TIMEOUT_SECONDS = 30;

    /**
     * For the rest of the caller's transaction: no statement runs for ever, and each is planned for its own values.
     * Which index serves a filter depends on them (a LIKE pattern, a date); a generic plan would take over from the
     * sixth call.
     */
    private static final String BOUNDS = "SET LOCAL statement_timeout = '" + TIMEOUT_SECONDS + "s';"
            + " SET LOCAL plan_cache_mode = force_custom_plan";

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

    /** The page that the query asks for. Nothing is counted if the first page is all there is. */
    public <T> Page<T> page(ListQuery query, Function<Row, T> mapper) {
        return read(connection -> {
            ListSql sql = new ListSql(query);
            Page<T> page = page(connection, query, sql, mapper);
            if (!query.counted()) {
                return page;
            }
            boolean all = query.cursor() == null && page.next().isEmpty();
            Page.Total total = all ? new Page.Total(page.items().size(), true) : total(connection, sql);
            return new Page<>(page.items(), page.next(), Optional.of(total));
        });
    }

    /** The only row within a scope, with further columns. */
    public <T> Optional<T> find(ListDefinition list, Scope scope, List<Column> further, Function<Row, T> mapper) {
        List<Column> columns = new ArrayList<>(list.columns());
        columns.addAll(further);
        ListDefinition wider = new ListDefinition(list.name(), list.from(), columns, list.order(), List.of());
        ListQuery query = ListQuery.of(wider).within(scope).page(null, 1);
        return page(query, mapper).items().stream().findFirst();
    }

    private static <T> Page<T> page(Connection connection, ListQuery query, ListSql sql, Function<Row, T> mapper)
            throws SQLException {
        List<Column> columns = query.list().columns();
        List<T> items = new ArrayList<>();
        List<@Nullable String> keys = List.of();
        boolean more = false;
        try (PreparedStatement statement = prepare(connection, sql.page());
                ResultSet rs = statement.executeQuery()) {
            while (!more && rs.next()) {
                if (items.size() == query.limit()) {
                    more = true;
                } else {
                    items.add(mapper.apply(Row.read(columns, rs)));
                    keys = keys(query.order(), rs, columns.size() + 1);
                }
            }
        }
        return new Page<>(items, more ? Optional.of(sql.cursorAfter(keys)) : Optional.empty(), Optional.empty());
    }

    private static List<@Nullable String> keys(List<SortKey> order, ResultSet rs, int first) throws SQLException {
        List<@Nullable String> keys = new ArrayList<>(order.size());
        for (int i = 0; i < order.size(); i++) {
            Object value = Row.scalar(order.get(i).column().type(), rs, first + i);
            keys.add(value == null ? null : value.toString());
        }
        return keys;
    }

    private static Page.Total total(Connection connection, ListSql sql) throws SQLException {
        long counted;
        try (PreparedStatement statement = prepare(connection, sql.count(EXACT_TOTAL + 1));
                ResultSet rs = statement.executeQuery()) {
            rs.next();
            counted = rs.getLong(1);
        }
        if (counted <= EXACT_TOTAL) {
            return new Page.Total(counted, true);
        }
        try (PreparedStatement statement = prepare(connection, sql.plan());
                ResultSet rs = statement.executeQuery()) {
            rs.next();
            Matcher rows = PLAN_ROWS.matcher(rs.getString(1));
            return new Page.Total(rows.find() ? Math.max(counted, Long.parseLong(rows.group(1))) : counted, false);
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
