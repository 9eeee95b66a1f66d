package clarion.ejb.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
                        "clarion.db.url: 'mysql:x' does not begin with jdbc:postgresql:",
                        "clarion.pxgrid.batch-size: 0 is not between 1 and 10000",
                        "clarion.pxgrid.controllers: port 70000 is not between 1 and 65535",
                        "clarion.pxgrid.request-timeout: '30s' is not an ISO-8601 duration; write PT30S for 30 seconds",
                        "clarion.role: 'server' is none of all, api, pxgrid"),
                badValues(Map.of(
                        "clarion.role", "server",
                        "clarion.pxgrid.request-timeout", "30s",
                        "clarion.pxgrid.batch-size", "0",
                        "clarion.pxgrid.controllers", "ise1, [2001:db8::1]:8910,ise2:70000",
                        "clarion.db.url", "mysql:x")));
    }

    @Test
    void treatsAnEmptyValueAsUnset() {
        assertEquals(List.of(), badValues(Map.of("clarion.pxgrid.request-timeout", "")));
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
