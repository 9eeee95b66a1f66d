package clarion.ejb.flows;

import static clarion.ejb.flows.ConversationBuilder.fromClient;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.Mark;
import clarion.domain.flows.Orientation;
import org.junit.jupiter.api.Test;

/** Which ports are counted together. */
class HeldKeyTest {

    private static String service(Conversation conversation) {
        HeldKey key = HeldKey.of(conversation);
        return key.service() + "-" + key.serviceLast();
    }

    @Test
    void callsAreOneServiceWhateverPortsTheyChose() {
        assertEquals(
                "16384-32767",
                service(fromClient("10.0.0.1")
                        .to("10.0.0.2", 24_210)
                        .udp(24_034)
                        .build()));
        assertEquals(
                "16384-32767",
                service(fromClient("10.0.0.1")
                        .to("10.0.0.2", 16_384)
                        .udp(32_767)
                        .build()));
    }

    @Test
    void aServiceOfSuchAPortStaysOne() {
        assertEquals(
                "24105-24105",
                service(fromClient("10.0.0.1")
                        .to("10.0.0.2", 24_105)
                        .udp(51_515)
                        .build()));
        assertEquals(
                "24105-24105",
                service(fromClient("10.0.0.1").to("10.0.0.2", 24_105).build()));
        assertEquals(
                "443-443",
                service(fromClient("10.0.0.1").to("10.0.0.2", 443).udp(20_000).build()));
    }

    @Test
    void portsThatNothingSpeaksForAndThoseOfScansAreRanges() {
        assertEquals(
                "49152-65535",
                service(fromClient("10.0.0.1")
                        .to("10.0.0.2", 50_000)
                        .evidence(Orientation.GUESS)
                        .build()));
        assertEquals(
                "0-65535",
                service(fromClient("10.0.0.1")
                        .to("10.0.0.2", 22)
                        .unanswered()
                        .marked(Mark.PORT_SCAN)
                        .build()));
    }
}
