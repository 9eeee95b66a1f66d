package clarion.ejb;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction around each piece of work, as the container makes it. */
public class Transactions extends DatabaseWork {

    private final DataSource dataSource;

    public Transactions(DataSource dataSource) {
        super(dataSource);
        this.dataSource = dataSource;
    }

    @Override
    public <T> T call(Call<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void run(Run work) {
        call(connection -> {
            work.with(connection);
            return "";
        });
    }
}
