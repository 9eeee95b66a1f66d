package clarion.ejb.sessions;

import clarion.ejb.DatabaseWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells every process what a batch did, in the batch's own transaction. */
@Dependent
public class ChangeAnnouncer {

    private final DatabaseWork database;

    @Inject
    public ChangeAnnouncer(DatabaseWork database) {
        this.database = database;
    }

    void onChanges(@Observes SessionsChanged changes) {
        database.run(connection -> ChangeNotice.send(connection, changes));
    }
}
