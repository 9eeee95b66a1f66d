package clarion.ejb.access;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import clarion.domain.ClarionException;
import clarion.domain.logging.ContextLogger;
import clarion.ejb.DatabaseReady;
import clarion.ejb.audit.Actor;
import clarion.pxgrid.settings.RoleSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes the first administrator once the schema is there, so that somebody can log in. Where there is any account it
 * does nothing, whatever is configured. So it does in a process that serves no API.
 */
@Dependent
public class BootstrapAdministrator {

    static final String USERNAME = "admin";

    private static final System.Logger LOG = ContextLogger.of(BootstrapAdministrator.class);

    private final AccountService accounts;
    private final AccessSettings settings;

    @Inject
    public BootstrapAdministrator(AccountService accounts, AccessSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    void onDatabaseReady(@Observes DatabaseReady ready) {
        if (RoleSettings.from(ConfigProvider.getConfig()).role().servesApi()) {
            bootstrap(settings.bootstrapPasswordFile());
        }
    }

    void bootstrap(Optional<Path> passwordFile) {
        try {
            if (!accounts.isEmpty()) {
                return;
            }
            if (passwordFile.isEmpty()) {
                LOG.log(
                        ERROR,
                        "CLARION-ACC-001 event=no-account nobody can log in, for there is no account; set"
                                + " clarion.access.bootstrap-password-file to a file for the password of the first"
                                + " administrator, and restart");
                return;
            }
            create(passwordFile.get());
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    ERROR,
                    "CLARION-ACC-002 event=bootstrap-failed nobody can log in, for the first administrator could not be"
                            + " made: {0}; correct it and restart",
                    reason(e));
        }
    }

    private void create(Path file) throws IOException {
        BootstrapPassword password = BootstrapPassword.readOrGenerate(file);
        NewAccount administrator =
                new NewAccount(USERNAME, "Administrator", List.of(Roles.ADMINISTRATOR), password.text());
        if (accounts.createFirst(administrator, Actor.system("bootstrap"))) {
            LOG.log(
                    INFO,
                    "event=administrator-created username={0} password-{1} file={2}",
                    USERNAME,
                    password.generated() ? "generated-into" : "read-from",
                    file);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof ClarionException || e.getMessage() == null) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
