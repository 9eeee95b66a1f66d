package clarion.ejb.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListQueryTest {

    private static ListQuery parse(String name, String... values) {
        return ListQuery.parse(Things.LIST, Map.of(name, List.of(values)), Set.of("format"));
    }

    private static String refused(String name, String... values) {
        ClarionException e = assertThrows(ClarionException.class, () -> parse(name, values));
        assertEquals(ProblemType.INVALID_PARAMETER, e.type());
        assertEquals(name, e.parameters().get("parameter"));
        return String.valueOf(e.getMessage());
    }

    @Test
    void anUnknownParameterIsRefusedWithTheKnownOnes() {
        String message = refused("colour", "red");
        assertTrue(message.contains("'colour'"), message);
        assertTrue(message.contains("cursor, filter, flag, format, id, ip, kind, limit, mac"), message);
    }

    @Test
    void nothingBetweenTwoSeparatorsIsNoParameter() {
        ListQuery query =
                ListQuery.parse(Things.LIST, Map.of("", List.of("", ""), "limit", List.of("7")), Set.of("format"));
        assertEquals(7, query.limit());
        refused("", "7"); // "?=7" is one
    }

    @ParameterizedTest
    @CsvSource({"0", "1001", "-1", "ten", "1.5", "''", "99999999999"})
    void aLimitIsFromOneToAThousand(String limit) {
        refused("limit", limit);
    }

    @Test
    void sayOnceMeansOnce() {
        refused("limit", "1", "2");
        refused("filter", "n eq 1", "n eq 2");
        refused("sort", "n", "id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"bogus", "-", "n,,id", "addresses", "n,-n", "name,mac,ip,n,flag,at", "--n"})
    void sortNamesSortableColumnsOnce(String sort) {
        refused("sort", sort);
    }

    @Test
    void anOrderEndsWithTheUniqueColumnInTheDirectionOfItsLastKey() {
        assertEquals("[n, -name, -id]", parse("sort", "n, -NAME").order().toString());
        assertEquals("[n, id]", parse("sort", "n").order().toString());
        assertEquals("[-id, n]", parse("sort", "-id,n").order().toString());
        assertEquals("[-id]", parse("limit", "1").order().toString());
    }

    @Test
    void aColumnParameterIsCheckedAsItsType() {
        assertTrue(refused("mac", "nonsense").contains("not a MAC address: 'nonsense'"));
        assertTrue(refused("flag", "maybe").contains("neither true nor false"));
        assertTrue(refused("name", "a\0b").contains("NUL"));
        refused("q", "\ud800");
        refused("q", "x".repeat(201));
    }
}
