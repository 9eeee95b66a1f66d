package clarion.ejb.settings;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.logging.ContextLogger;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Checks the settings before anything else starts. With a fault among them the deployment fails: nothing reads a
 * setting that is wrong, and nothing has to be undone once it is corrected.
 *
 * <p>One log event, {@code CLARION-CFG-001}, holds one line per fault, each beginning with the id.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SettingsGuard {

    private static final System.Logger LOG = ContextLogger.of(SettingsGuard.class);

    @PostConstruct
    void check() {
        Config config = ConfigProvider.getConfig();
        List<String> strange = Settings.strangeVariables(config);
        if (!strange.isEmpty()) {
            LOG.log(
                    WARNING,
                    "CLARION-CFG-002 event=unknown-variables These environment variables set nothing: "
                            + String.join(", ", strange));
        }
        List<String> faults = Settings.faults(config);
        if (!faults.isEmpty()) {
            LOG.log(ERROR, report(faults));
            throw new IllegalStateException(
                    "Clarion does not start with " + faults.size() + " faulty settings; each has a line in the log.");
        }
        LOG.log(
                INFO,
                "event=settings-accepted role="
                        + config.getOptionalValue(Settings.ROLE.name(), String.class)
                                .orElse("all"));
    }

    static String report(List<String> faults) {
        return faults.stream().map(fault -> "CLARION-CFG-001 " + fault).collect(Collectors.joining("\n"));
    }
}
