package clarion.simulator.ers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.sgacl.Ace;
import clarion.domain.sgacl.Ports;
import clarion.domain.sgacl.Sgacl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What Clarion writes into SGACLs is held to the simulated ISE's grammar, which is a work of its own. */
class MinedSgaclsTest {

    private static final int MANY = 20_000;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private final Random random = new Random(7);

    @Test
    void iseTakesEverySpellingThatMiningUses() {
        for (int i = 0; i < MANY; i++) {
            Sgacl sgacl = sgacl();
            assertEquals(Optional.empty(), SgaclSyntax.check(sgacl.text()), sgacl::text);
        }
    }

    @Test
    void iseTakesEveryProtocol() {
        for (int protocol = 0; protocol <= 255; protocol++) {
            String text = Ace.permit(protocol, Ports.ANY, Ports.ANY) + "\n" + Ace.DENY_IP;
            assertEquals(Optional.empty(), SgaclSyntax.check(text), text);
        }
    }

    @Test
    void iseRefusesWhatIsNone() {
        assertTrue(
                SgaclSyntax.check("permit tcp dst eq 443\npermit tcp 10.0.0.1").isPresent());
    }

    /** Requests and replies by port and by range, other protocols as a whole, and the line for the rest. */
    private Sgacl sgacl() {
        List<Ace> aces = new ArrayList<>();
        for (int line = random.nextInt(12); line > 0; line--) {
            int protocol = random.nextInt(4) == 0 ? random.nextInt(256) : random.nextBoolean() ? TCP : UDP;
            boolean ported = protocol == TCP || protocol == UDP;
            boolean request = random.nextBoolean();
            aces.add(Ace.permit(
                    protocol, ported && !request ? ports() : Ports.ANY, ported && request ? ports() : Ports.ANY));
        }
        aces.add(random.nextBoolean() ? Ace.DENY_IP : Ace.PERMIT_IP);
        return Sgacl.of(aces.toArray(Ace[]::new));
    }

    private Ports ports() {
        int low = random.nextInt(65_536);
        return random.nextBoolean() ? Ports.of(low) : Ports.range(low, low + random.nextInt(65_536 - low));
    }
}
