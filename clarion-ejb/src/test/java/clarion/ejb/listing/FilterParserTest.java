package clarion.ejb.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {

    private static String sql(String filter) {
        Sql sql = new Sql();
        FilterSql.append(sql, FilterParser.parse(Things.LIST, filter));
        return sql.toString();
    }

    private static ClarionException refused(String filter) {
        ClarionException e =
                assertThrows(ClarionException.class, () -> FilterParser.parse(Things.LIST, filter), filter);
        assertEquals(ProblemType.INVALID_FILTER, e.type());
        return e;
    }

    @Test
    void andBindsTighterThanOr() {
        assertEquals("((t.n = ?) OR ((t.n = ?) AND (t.rank = ?))) [1, 2, 3]", sql("n eq 1 or n eq 2 and rank eq 3"));
        assertEquals("(((t.n = ?) OR (t.n = ?)) AND (t.rank = ?)) [1, 2, 3]", sql("(n eq 1 or n eq 2) and rank eq 3"));
    }

    @Test
    void negationReachesTheComparisonsWhereNullIsDecided() {
        assertEquals("((t.n > ?) IS NOT TRUE OR (t.flag = ?)) [5, true]", sql("not (n gt 5 and not (flag eq true))"));
        assertEquals("(t.n = ?) IS NOT TRUE [5]", sql("n ne 5"));
        assertEquals("(t.n = ?) [5]", sql("not (n ne 5)"));
    }

    @Test
    void readsEveryOperatorInAnyCase() {
        assertEquals("(lower(t.name) COLLATE \"C\" LIKE lower(?)) [%a\\_\\%\\\\%]", sql("NAME CO \"a_%\\\\\""));
        assertEquals("(lower(t.name) COLLATE \"C\" LIKE lower(?)) [ab%]", sql("name Sw ab"));
        assertEquals("(lower(t.name) COLLATE \"C\" LIKE lower(?)) [%ab]", sql("name ew ab"));
        assertEquals("(t.rank >= ?) [3]", sql("rank ge 3"));
        assertEquals("(t.rank <= ?) [3]", sql("rank le 3"));
        assertEquals("(t.rank < ?) [3]", sql("rank lt 3"));
        assertEquals("(t.name <> '') []", sql("name pr"));
        assertEquals("(t.mac IS NOT NULL) []", sql("mac PR"));
        assertEquals("(t.mac IS NOT NULL) IS NOT TRUE []", sql("mac eq null"));
        assertEquals("(t.mac IS NOT NULL) []", sql("mac ne null"));
    }

    @Test
    void readsJsonStringsWithEscapes() {
        assertEquals(
                "(lower(t.name) COLLATE \"C\" = lower(?)) [CORP\\al\"ice é/]",
                sql("name eq \"CORP\\\\al\\\"ice \\u00e9\\/\""));
        assertEquals("(lower(t.name) COLLATE \"C\" = lower(?)) [null]", sql("name eq \"null\""));
    }

    @Test
    void readsAddressesInEverySpelling() {
        assertEquals("(t.mac = ?::macaddr) [00:1b:44:11:3a:b7]", sql("mac eq 001B.4411.3AB7"));
        assertEquals("(t.mac = ?::macaddr) [00:1b:44:11:3a:b7]", sql("mac eq \"00-1b-44-11-3a-b7\""));
        assertEquals("(t.mac BETWEEN ?::macaddr AND ?::macaddr) [001b40000000, 001b4fffffff]", sql("mac sw 00:1b:4"));
        assertEquals("(t.ip BETWEEN ?::inet AND ?::inet) [10.1.0.0, 10.1.255.255]", sql("ip eq 10.1.0.0/16"));
        assertEquals("(t.ip = ?::inet) [10.1.2.3]", sql("ip eq 10.1.2.3/32"));
        assertEquals(
                "(t.ip BETWEEN ?::inet AND ?::inet) [2001:0db8:0000:0000:0000:0000:0000:0000,"
                        + " 2001:0dbf:ffff:ffff:ffff:ffff:ffff:ffff]",
                sql("ip eq 2001:db8::1/29"));
        assertEquals("(t.ip = ?::inet) [2001:db8::1]", sql("ip eq \"2001:DB8:0::1\""));
        assertEquals("((t.ip BETWEEN ?::inet AND ?::inet)) [10.1.0.0, 10.1.255.255]", sql("ip sw 10.1."));
        assertEquals("(host(t.ip) LIKE ?) [2001:db8:%]", sql("ip sw 2001:DB8:"));
        assertEquals("(host(t.ip) LIKE ?) [1%]", sql("ip sw 1"));
        assertEquals("(host(t.ip) LIKE ?) [10.256.%]", sql("ip sw 10.256."));
    }

    @Test
    void theBeginningOfAnAddressBecomesRanges() {
        assertEquals(
                List.of("10.7.2.0", "10.7.2.255", "10.7.20.0", "10.7.29.255", "10.7.200.0", "10.7.255.255"),
                AddressPrefix.ranges("10.7.2"));
        assertEquals(List.of("10.0.0.0", "10.255.255.255"), AddressPrefix.ranges("10."));
        assertEquals(List.of("10.1.2.3", "10.1.2.3", "10.1.2.30", "10.1.2.39"), AddressPrefix.ranges("10.1.2.3"));
        assertEquals(List.of("10.1.2.0", "10.1.2.255"), AddressPrefix.ranges("10.1.2."));
        assertEquals(List.of(), AddressPrefix.ranges("10.01."));
    }

    @Test
    void looksAtEveryMemberOfAManyValuedColumn() {
        assertEquals(
                "(t.id IN (SELECT a.thing_id FROM thing_address a WHERE a.ip = ?::inet)) IS NOT TRUE [10.0.0.1]",
                sql("addresses ne 10.0.0.1"));
    }

    @Test
    void readsTimesWithAnyOffsetAndDates() {
        assertEquals("(t.at >= ?) [2026-11-23T07:30Z]", sql("at ge 2026-11-23T08:30:00+01:00"));
        assertEquals("(t.at < ?) [2026-11-23T00:00Z]", sql("at lt 2026-11-23"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "|1|a column name",
                "bogus eq 1|1|there is no column 'bogus'",
                "note eq 1|1|there is no column 'note'",
                "n|2|an operator (eq, ne, co, sw, ew, gt, ge, lt, le, pr), found the end",
                "n equals 1|3|an operator",
                "n eq|5|a value of type whole number",
                "n eq )|6|a value",
                "n eq ten|6|not a whole number: 'ten'",
                "n eq 99999999999999999999|6|not a whole number",
                "n co 1|6|'co' is not defined for a whole number",
                "flag gt true|9|'gt' is not defined",
                "flag eq yes|9|neither true nor false",
                "at gt now|7|not a time",
                "at gt 0000-01-01|7|not a time",
                "at sw 2026|7|not a time",
                "mac eq 10|8|not a MAC address",
                "mac sw zz|8|not part of a MAC address",
                "ip eq 10.0.0.0/33|7|not a network",
                "ip eq ::1/129|7|not a network",
                "ip gt 10.0.0.0/8|7|not an IP address",
                "n gt null|6|null goes with eq and ne only",
                "n eq 1 n eq 2|8|'and', 'or' or the end",
                "n eq 1)|7|'and', 'or' or the end",
                "(n eq 1|8|'and', 'or' or ')'",
                "n eq 1 and|11|a column name",
                "not|4|a column name",
                "name eq \"open|9|not closed",
                "name eq \"\\q\"|10|a JSON escape",
                "name eq \"\\u12g4\"|10|four hex digits",
                "name eq \"\\u0000\"|9|NUL",
                "name eq \"\\ud800\"|9|surrogate",
                "name eq 'alice'|9|double quotes",
                "\"name\" eq 1|1|a column name",
            })
    void saysWhereAndWhatWasExpected(String filter, int position, String words) {
        ClarionException e = refused(filter == null ? "" : filter);
        assertEquals(position, e.parameters().get("position"), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
    }

    @Test
    void boundsLengthDepthAndComparisons() {
        refused("name eq \"" + "x".repeat(FilterParser.MAX_LENGTH) + "\"");
        refused("(".repeat(FilterParser.MAX_DEPTH + 1) + "n eq 1" + ")".repeat(FilterParser.MAX_DEPTH + 1));
        refused("not ".repeat(FilterParser.MAX_DEPTH + 1) + "n eq 1");
        sql("(".repeat(FilterParser.MAX_DEPTH) + "n eq 1" + ")".repeat(FilterParser.MAX_DEPTH));
        String many = String.join(" or ", java.util.Collections.nCopies(FilterParser.MAX_COMPARISONS, "n eq 1"));
        sql(many);
        refused(many + " or n eq 1");
    }

    @Test
    void anyTextGivesAFilterOrASaidProblem() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "name",
                "mac",
                "ip",
                "n",
                "flag",
                "at",
                "addresses",
                "bogus",
                " eq ",
                " ne ",
                " co ",
                " sw ",
                " gt ",
                " pr",
                " and ",
                " or ",
                " not ",
                "(",
                ")",
                "\"",
                "\\",
                "\\u00",
                "\0",
                "\ud800",
                "null",
                "true",
                "12",
                "-1",
                "1e9",
                "10.0.0.0/8",
                "::1",
                "aa:bb:cc:dd:ee:ff",
                "2026-11-23T00:00:00Z",
                "%",
                "_",
                "'",
                " ",
                "é",
                "\ud83d\ude00",
                "; drop table thing",
                "/",
                "[",
                "]",
                ".");
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(
                        random.nextInt(10) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : pieces.get(random.nextInt(pieces.size())));
            }
            try {
                sql(text.toString());
            } catch (ClarionException expected) {
                assertEquals(ProblemType.INVALID_FILTER, expected.type());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", filter " + text, e);
            }
        }
    }
}
