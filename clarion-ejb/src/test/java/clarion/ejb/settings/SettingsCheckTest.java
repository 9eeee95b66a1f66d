package clarion.ejb.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {

    private final SettingsCheck check = new SettingsCheck(Settings.keys());

    private List<String> badValues(Map<String, String> values) {
        return check.badValues(name -> Optional.ofNullable(values.get(name)));
    }

    @Test
    void acceptsTheDefaults() {
        assertEquals(List.of(), badValues(Map.of()));
    }

    @Test
    void listsEveryBadValueAtOnceWithItsKey() {
        assertEquals(
                List.of(
                        "clarion.access.login-throttle-attempts: 0 is not between 1 and 1000",
                        "clarion.access.session-idle: '30s' is not an ISO-8601 duration; write PT30S for 30 seconds",
                        "clarion.db.url: 'mysql:x' does not begin with jdbc:postgresql:",
                        "clarion.role: 'server' is none of all, api, pxgrid, collector"),
                badValues(Map.of(
                        "clarion.role", "server",
                        "clarion.access.session-idle", "30s",
                        "clarion.access.login-throttle-attempts", "0",
                        "clarion.db.url", "mysql:x")));
    }

    @Test
    void reportsTheConnectorsFaultsWithAllOthers() {
        List<String> faults = Settings.faults(FakeConfig.of(Map.of(
                "clarion.pxgrid.batch-size", "0",
                "clarion.pxgrid.ping-interval", "fast",
                "clarion.rôle", "x",
                "clarion.role", "server")));
        assertEquals(4, faults.size(), faults.toString());
        assertEquals("clarion.role: 'server' is none of all, api, pxgrid, collector", faults.get(0));
        assertTrue(faults.get(1).startsWith("clarion.pxgrid.ping-interval: 'fast'"), faults.get(1));
        assertTrue(faults.get(2).startsWith("clarion.pxgrid.batch-size: 0"), faults.get(2));
        assertEquals("clarion.rôle: there is no such setting; did you mean clarion.role?", faults.get(3));
    }

    @Test
    void treatsAnEmptyValueAsUnset() {
        assertEquals(List.of(), badValues(Map.of("clarion.access.session-idle", "")));
    }

    @Test
    void namesTheKeyThatWasProbablyMeant() {
        assertEquals(
                List.of(
                        "clarion.nothing.like.it: there is no such setting",
                        "clarion.pxgrid.controler: there is no such setting; did you mean clarion.pxgrid.controllers?"),
                check.unknownKeys(
                        List.of("clarion.pxgrid.controler", "clarion.nothing.like.it", "clarion.role", "java.home")));
    }

    @Test
    void onlyMentionsVariablesThatMayBeSomebodyElses() {
        assertEquals(
                List.of("CLARION_DB_ULR (did you mean CLARION_DB_URL?)", "CLARION_SERVICE_HOST"),
                check.unknownVariables(List.of(
                        "CLARION_DB_URL", "CLARION_DB_ULR", "CLARION_SERVICE_HOST", "CLARION_DB_PASSWORD_FILE")));
        assertEquals(List.of(), check.unknownKeys(List.of("CLARION_SERVICE_HOST")));
        assertEquals(
                List.of(),
                check.unknownKeys(List.of("CLARION_SERVICE_HOST", "clarion.service.host")),
                "WildFly lists a variable as a key, too");
    }

    @Test
    void givesEachFaultALineOfItsOwnWithTheId() {
        assertEquals("CLARION-CFG-001 a: x\nCLARION-CFG-001 b: y", SettingsGuard.report(List.of("a: x", "b: y")));
    }

    @Test
    void knowsEachKeyOnce() {
        var names = Settings.keys().stream().map(key -> key.name()).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
    }
}
