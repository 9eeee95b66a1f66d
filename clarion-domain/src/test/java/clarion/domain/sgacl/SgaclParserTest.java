package clarion.domain.sgacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SgaclParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permit tcp dst eq 443 | permit tcp dst eq 443",
                "PERMIT  TCP   dst EQ 443 LOG | permit tcp dst eq 443 log",
                "permit tcp src eq www dst gt 1023 | permit tcp src eq 80 dst gt 1023",
                "permit udp src range 16384 32767 dst range 16384 32767 |"
                        + " permit udp src range 16384 32767 dst range 16384 32767",
                "deny udp dst neq 53 | deny udp dst neq 53",
                "permit tcp dst lt 1024 | permit tcp dst lt 1024",
                "permit tcp dst range 5 5 | permit tcp dst eq 5",
                "permit tcp dst range 0 65535 | permit tcp",
                "permit tcp dst range 0 1023 | permit tcp dst lt 1024",
                "permit tcp dst neq 0 | permit tcp dst gt 0",
                "permit 47 | permit gre",
                "permit sctp | permit 132",
                "permit 6 dst eq 22 | permit tcp dst eq 22",
                "deny 200 | deny 200",
                "permit icmp | permit icmp",
                "permit icmp echo | permit icmp 8",
                "permit icmp 3 4 | permit icmp 3 4",
                "permit igmp | permit igmp",
                "permit tcp established | permit tcp established",
                "10 permit ip | permit ip",
                "deny ip log | deny ip log",
            })
    void readsEveryFormAndWritesOne(String text, String canonical) {
        assertEquals(canonical, SgaclParser.parse(text, IpFamily.IPV4).sgacl().text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permt tcp dst eq 443 | 1 | did you mean 'permit'?",
                "allow tcp | 1 | write one of them",
                "permit | 7 | write 'ip' for all of them",
                "permit tpc dst eq 1 | 8 | did you mean 'tcp'?",
                "permit https | 8 | that is a service: write 'tcp dst eq PORT' or 'udp dst eq PORT'",
                "permit 443 | 8 | ports come after 'src eq' or 'dst eq'",
                "permit tcp any any eq 443 | 12 | leave addresses out: 'tcp dst eq 443' is enough, groups say who",
                "permit ip any any | 11 | leave addresses out: 'permit ip' is enough, groups say who",
                "permit tcp host 10.0.0.1 | 12 | leave addresses out: 'tcp dst eq 443' is enough, groups say who",
                "permit tcp src 10.0.0.0/8 | 16 | leave it out; groups say who",
                "permit tcp dst range 10 5 | 25 | write 'range 5 10'",
                "permit tcp dst eq 70000 | 19 | write the port that is meant",
                "permit tcp dst eq | 18 | write a number from 0 to 65535",
                "permit tcp dst | 15 | write 'eq PORT' or 'range FROM TO'",
                "permit tcp dst 443 | 16 | write 'eq 443'",
                "permit tcp dst 80-90 | 16 | write 'range 80 90'",
                "permit tcp dst eq 80-90 | 19 | write 'range 80 90'",
                "permit tcp dst eq 80,443 | 19 | write one ACE for each port, or a range",
                "permit tcp dst eq 80 443 | 22 | write one ACE for each port, or 'dst range FROM TO'",
                "permit tcp dst eg 80 | 16 | did you mean 'eq'?",
                "permit tcp dst lt 0 | 19 | write 'eq 0', or leave the ACE out",
                "permit tcp dst gt 65535 | 19 | write 'eq 65535', or leave the ACE out",
                "permit tcp dst eq htps | 19 | write a number from 0 to 65535",
                "permit tcp dst eq 80 src eq 1 | 22 | write 'src' first",
                "permit tcp dst eq 80 dst eq 81 | 22 | write one ACE for each port, or a range",
                "permit ip dst eq 80 | 11 | write 'tcp' or 'udp' before 'src' and 'dst'",
                "permit icmp dst eq 8 | 13 | write 'tcp' or 'udp' before 'src' and 'dst'",
                "permit icmp 256 | 13 | write the type that is meant",
                "permit icmpv6 | 8 | write 'icmp' in a list for IPv6, or '58'",
                "permit tcp destination eq 80 | 12 | write 'dst'",
                "permit tcp source eq 80 | 12 | write 'src'",
                "permit tcp eq 80 | 12 | write 'dst eq' or 'src eq'",
                "permit udp established | 12 | write 'tcp', or leave 'established' out",
                "permit tcp log dst eq 80 | 16 | write 'log' last",
                "permit tcp dts eq 80 | 12 | did you mean 'dst'?",
                "ip access-list role-based WEB | 1 | leave this line out",
            })
    void saysWhereAnAceIsWrongAndWhatToWrite(String text, int column, String fix) {
        SgaclReading reading = SgaclParser.parse("permit ip\n" + text, IpFamily.IPV4);
        assertEquals(1, reading.errors().size(), reading.errors().toString());
        SgaclError error = reading.errors().get(0);
        assertEquals(fix, error.fix());
        assertEquals(2, error.line());
        assertEquals(column, error.column(), error.toString());
        ClarionException problem = assertThrows(ClarionException.class, reading::sgacl);
        assertTrue(problem.toString().contains("line 2, column " + column), problem.getMessage());
    }

    @Test
    void reportsEveryBadLineAndKeepsWhereGoodOnesStand() {
        assertEquals(
                List.of(1, 3),
                SgaclParser.parse("permt ip\npermit ip\ndeny", IpFamily.IPV4).errors().stream()
                        .map(SgaclError::line)
                        .toList());
        SgaclReading reading =
                SgaclParser.parse("! web\r\npermit tcp dst eq 80\r\n\r\nremark all else\r\ndeny ip\r\n", IpFamily.IPV4);
        assertEquals(List.of(2, 5), reading.lines());
        assertEquals(2, reading.sgacl().aces().size());
    }

    @Test
    void neverFailsOnNonsense() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        String[] words =
                ("permit deny ip tcp udp icmp src dst eq neq lt gt range established log 1 0 65535 99999 -1 any"
                                + " 10.0.0.1 :: a-b 1-2 1,2 \t \n ! remark é 99999999999999999999 \u0000")
                        .split(" ");
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(9); j >= 0; j--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(5) == 0 ? "\n" : " ");
            }
            SgaclReading reading = SgaclParser.parse(text.toString(), IpFamily.IPV4);
            assertEquals(reading.errors().isEmpty(), reading.found().isPresent(), "seed " + seed + ": " + text);
        }
    }
}
