package clarion.web.listing;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Page;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Streams all rows of a query as CSV, page by page: memory stays constant, no transaction is longer than a page, and a
 * slow reader holds nothing in the database. Rows that change meanwhile appear as they are when their page is read.
 *
 * <p>The first page is read before the response begins, so that its errors still become problem documents.
 */
final class CsvExport<V extends Record> implements StreamingOutput {

    /** Rows read at a time. */
    static final int CHUNK = 5000;

    private final List<String> header;
    private final List<RecordComponent> components;
    private final ListQuery query;
    private final Function<ListQuery, Page<V>> pages;
    private final int most;
    private final Page<V> first;

    CsvExport(Class<V> view, ListQuery query, Function<ListQuery, Page<V>> pages) {
        this.header = query.list().columns().stream().map(Column::name).toList();
        this.components = header.stream().map(name -> component(view, name)).toList();
        this.query = query;
        this.pages = pages;
        this.most = query.exportLimit().orElse(Integer.MAX_VALUE);
        this.first = pages.apply(query.page(query.cursor(), Math.min(most, 1000)));
    }

    private static RecordComponent component(Class<?> view, String name) {
        return Arrays.stream(view.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(view + " lacks the column " + name));
    }

    @Override
    public void write(OutputStream output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
        Csv.writeRow(writer, header);
        Page<V> page = first;
        int written = 0;
        while (true) {
            for (V view : page.items()) {
                Csv.writeRow(writer, cells(view));
            }
            written += page.items().size();
            Optional<String> next = page.next();
            if (next.isEmpty() || written >= most) {
                writer.flush();
                return;
            }
            page = pages.apply(query.page(next.get(), Math.min(most - written, CHUNK)));
        }
    }

    private List<@Nullable Object> cells(V view) {
        List<@Nullable Object> cells = new ArrayList<>(components.size());
        for (RecordComponent component : components) {
            try {
                cells.add(component.getAccessor().invoke(view));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        return cells;
    }
}
