package clarion.simulator.ers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgaclSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permit ip",
                "deny ip log",
                "permit tcp dst eq 443",
                "permit tcp dst range 1 10 \ndeny ip\n",
                "permit udp src eq 5060",
                "permit tcp src gt 1023 dst eq 22 established log",
                "PERMIT TCP DST EQ 80",
                "permit 6 dst lt 1024",
                "deny 89",
                "permit igmp",
                "",
                "permit ip\r\n\r\ndeny icmp"
            })
    void takes(String content) {
        assertEquals(Optional.empty(), SgaclSyntax.check(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow ip",
                "permit",
                "permit ipv7",
                "permit 256",
                "permit ip dst eq 80",
                "permit icmp dst eq 1",
                "permit tcp dst 443",
                "permit tcp dst eq",
                "permit tcp dst eq 65536",
                "permit tcp dst eq https",
                "permit tcp dst range 10 1",
                "permit tcp dst range 10",
                "permit tcp dst eq 80 src eq 90",
                "permit tcp any host 10.0.0.1",
                "permit udp established",
                "permit tcp log established",
                "permit tcp dst lt 0",
                "permit ip deny ip"
            })
    void refuses(String content) {
        assertTrue(SgaclSyntax.check(content).isPresent(), content);
    }

    @Test
    void namesTheLine() {
        String fault = SgaclSyntax.check("permit ip\n\ndeny tcp dst eq x").orElseThrow();
        assertTrue(fault.startsWith("line 3"), fault);
    }
}
