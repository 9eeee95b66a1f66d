package clarion.simulator.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampusModelTest {

    @ParameterizedTest
    @ValueSource(strings = {"corporate", "hospital", "plant", "university"})
    void hasRolesThatAllSpeak(String kind) {
        CampusModel model = CampusModel.of(kind);
        int roles = model.roles().size();
        assertTrue(roles >= 19 && roles <= 23, kind + " has " + roles + " roles");
        Set<String> speaking = new HashSet<>();
        for (Relation relation : model.relations()) {
            speaking.add(relation.clientName());
            speaking.add(relation.serverName());
        }
        for (Role role : model.roles()) {
            assertTrue(speaking.contains(role.name()), role.name());
            assertTrue(role.server() || role.vlan() >= 110 && role.vlan() <= 260 && role.vlan() % 10 == 0, role.name());
        }
        assertEquals(1, model.roles().stream().filter(Role::late).count(), "roles that come late");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 12_345, 100_000})
    void dealsEveryDevice(int endpoints) {
        for (String kind : CampusModel.KINDS) {
            int sum = 0;
            for (int count : CampusModel.of(kind).counts(endpoints)) {
                assertTrue(count > 0, kind);
                sum += count;
            }
            assertEquals(endpoints, sum, kind);
        }
    }

    @Test
    void takesPortsFromRanges() {
        CampusModel model = CampusModel.of("corporate");
        SplittableRandom random = new SplittableRandom(1);
        Set<Integer> rpc = new HashSet<>();
        Set<Integer> rtp = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            rpc.add(model.service("rpc-dynamic").port(7, 1, random));
            rtp.add(model.service("rtp").port(7, 1, random));
        }
        assertEquals(6, rpc.size(), "a server's RPC services have a port each for a day");
        assertTrue(rpc.stream().allMatch(port -> port >= 49_152), rpc.toString());
        assertTrue(rtp.size() > 500 && rtp.stream().allMatch(port -> port >= 16_384 && port <= 32_767));
        assertEquals(123, model.service("ntp").clientPort(123, true, random));
        assertEquals(68, model.service("dhcp").clientPort(67, true, random));
    }

    @Test
    void knowsNoOtherKinds() {
        assertThrows(IllegalArgumentException.class, () -> CampusModel.of("zoo"));
        assertThrows(
                IllegalArgumentException.class,
                () -> CampusModel.of("corporate").role("zebra"));
    }
}
