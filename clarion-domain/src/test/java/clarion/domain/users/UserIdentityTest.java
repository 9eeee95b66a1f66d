package clarion.domain.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserIdentityTest {

    @ParameterizedTest
    @CsvSource({
        "CORP\\Alice, , , , alice@corp",
        "alice@corp.example, , , , alice@corp",
        "ALICE, , CORP, , alice@corp",
        "alice, , , corp.example, alice@corp",
        "alice, , , , alice",
        "a.smith@mail.example, alice, CORP, corp.example, alice@corp",
        "EMEA\\Bob, , EMEA, eu.example, bob@emea",
        "host/pc-17.corp.example, , , , host/pc-17@corp",
        "host/PC-17, , CORP, , host/pc-17@corp",
        "CORP\\PC-17$, , , , host/pc-17@corp",
        "Jürgen@corp.example, , , , jürgen@corp",
        ", alice, CORP, , alice@corp"
    })
    void oneIdentityHoweverItWasTyped(String userName, String sam, String netBios, String dns, String identity) {
        assertEquals(
                identity,
                UserIdentity.of(userName, sam, netBios, dns).orElseThrow().toString());
    }

    @Test
    void anEndpointThatNamesItselfIsNoUser() {
        assertTrue(UserIdentity.of("18:60:24:00:00:02", null, null, null).isEmpty());
        assertTrue(UserIdentity.of("18-60-24-00-00-02", null, "CORP", null).isEmpty());
        assertTrue(UserIdentity.of("186024000002", null, null, null).isEmpty());
        assertTrue(UserIdentity.of(" ", null, null, null).isEmpty());
        assertTrue(UserIdentity.of(null, null, "CORP", null).isEmpty());
    }

    @Test
    void tellsMachinesFromPeople() {
        assertEquals(
                UserIdentity.Kind.MACHINE,
                UserIdentity.of("host/pc.corp.example", null, null, null)
                        .orElseThrow()
                        .kind());
        assertEquals(
                UserIdentity.Kind.PERSON,
                UserIdentity.of("host", null, null, null).orElseThrow().kind());
    }
}
