package clarion.web.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.ejb.devices.DeviceList;
import clarion.ejb.listing.Column;
import clarion.ejb.listing.ColumnType;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.SortKey;
import clarion.ejb.sessions.SessionList;
import clarion.ejb.users.UserList;
import clarion.web.devices.DeviceView;
import clarion.web.sessions.SessionView;
import clarion.web.users.UserView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public class CsvExportTest {

    public record View(String id, String name) {}

    private static final Column ID = Column.of("id", ColumnType.INTEGER, "t.id").required();
    private static final ListDefinition LIST = new ListDefinition(
            "things",
            "thing t",
            List.of(ID, Column.of("name", ColumnType.TEXT, "t.name")),
            List.of(SortKey.ascending(ID)),
            List.of());

    private final List<Integer> limits = new ArrayList<>();

    /** A list of so many rows; a cursor is the number of rows before. */
    private Page<View> page(ListQuery query, int rows) {
        String cursor = query.cursor();
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(rows, from + query.limit());
        limits.add(query.limit());
        return new Page<>(
                IntStream.range(from, to)
                        .mapToObj(i -> new View("" + i, "=n" + i))
                        .toList(),
                to < rows ? Optional.of("" + to) : Optional.empty(),
                Optional.empty());
    }

    private String export(Map<String, List<String>> parameters, int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ListQuery query = ListQuery.parse(LIST, parameters, Set.of());
        new CsvExport<>(View.class, query, q -> page(q, rows)).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void streamsEveryRowChunkByChunk() throws IOException {
        List<String> lines = export(Map.of(), 11_500).lines().toList();
        assertEquals("id,name", lines.get(0));
        assertEquals("0,'=n0", lines.get(1));
        assertEquals("11499,'=n11499", lines.get(11_500));
        assertEquals(11_501, lines.size());
        assertEquals(List.of(1000, CsvExport.CHUNK, CsvExport.CHUNK, CsvExport.CHUNK), limits);
    }

    @Test
    void stopsAtTheLimitIfOneIsGiven() throws IOException {
        assertEquals(8, export(Map.of("limit", List.of("7")), 100).lines().count());
        assertEquals(List.of(7), limits);
    }

    @Test
    void beginsAfterTheCursor() throws IOException {
        assertEquals("id,name\r\n98,'=n98\r\n99,'=n99\r\n", export(Map.of("cursor", List.of("98")), 100));
    }

    @Test
    void everyListHasItsColumnsInItsView() {
        new CsvExport<>(SessionView.class, ListQuery.of(SessionList.DEFINITION), q -> none());
        new CsvExport<>(DeviceView.class, ListQuery.of(DeviceList.DEFINITION), q -> none());
        new CsvExport<>(UserView.class, ListQuery.of(UserList.DEFINITION), q -> none());
    }

    private static <V> Page<V> none() {
        return new Page<>(List.of(), Optional.empty(), Optional.empty());
    }
}
