package clarion.domain.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessRoleTest {

    @Test
    void eachRoleDoesItsOwnAndAllDoesEverything() {
        assertEquals(
                List.of("all: connects api collects", "api: api", "pxgrid: connects", "collector: collects"),
                Arrays.stream(ProcessRole.values())
                        .map(role -> role.word() + ":" + (role.connects() ? " connects" : "")
                                + (role.servesApi() ? " api" : "") + (role.collects() ? " collects" : ""))
                        .toList());
        assertEquals(ProcessRole.ALL, ProcessRole.of(" "));
        assertEquals(ProcessRole.COLLECTOR, ProcessRole.of(" Collector "));
    }
}
