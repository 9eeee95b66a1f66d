package clarion.web.listing;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Page;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a list request, as {@code @BeanParam}; it answers with JSON or CSV as the caller prefers. */
@SuppressWarnings("NullAway.Init") // filled by JAX-RS
public class ListRequest {

    /** The media type of exports. */
    public static final String CSV = "text/csv";

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @QueryParam("filter")
    @Parameter(
            description = "Condition in the syntax of RFC 7644 section 3.4.2.2: eq ne co sw ew gt ge lt le pr, and, or,"
                    + " not, parentheses; an IP column eq a network means inside it. Besides, every filterable column"
                    + " is a parameter of its own name for equality; repeated, it means one of the values.",
            example = "sgtName eq \"Employees\" and not (ip eq \"10.1.0.0/16\")")
    @Nullable
    String filter;

    @QueryParam("q")
    @Parameter(description = "Free text: every word must occur in some column.")
    @Nullable
    String q;

    @QueryParam("sort")
    @Parameter(
            description = "Columns separated by commas, - before one for descending. Missing values come last.",
            example = "-updatedAt,mac")
    @Nullable
    String sort;

    @QueryParam("limit")
    @Parameter(
            description = "Rows of the page; of a CSV, where all rows are sent if it is absent.",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "1000",
                            defaultValue = "100"))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before; filter, q and sort must be the same.")
    @Nullable
    String cursor;

    @QueryParam("format")
    @Parameter(description = "Overrides the Accept header.", schema = @Schema(enumeration = {"json", "csv"}))
    @Nullable
    String format;

    /** The checked query; {@code others} are parameters that the resource reads itself. */
    public ListQuery query(ListDefinition list, Set<String> others) {
        return ListQuery.parse(list, uri.getQueryParameters(), others);
    }

    /** The page of the list that was asked for, or all of it as CSV. */
    public <V extends Record> Response respond(ListDefinition list, Class<V> view, Function<ListQuery, Page<V>> pages) {
        return respond(list, Set.of(), view, pages);
    }

    /** The same; {@code others} are parameters that the resource reads itself. */
    public <V extends Record> Response respond(
            ListDefinition list, Set<String> others, Class<V> view, Function<ListQuery, Page<V>> pages) {
        Set<String> all = new HashSet<>(others);
        all.add("format");
        ListQuery query = query(list, all);
        if (!wantsCsv()) {
            return Response.ok(ListView.of(pages.apply(query)), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        return Response.ok(new CsvExport<>(view, query, pages), CSV + ";charset=utf-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + list.name() + ".csv")
                .build();
    }

    private boolean wantsCsv() {
        if (format != null) {
            return switch (format) {
                case "csv" -> true;
                case "json" -> false;
                default ->
                    throw new ClarionException(
                            ProblemType.INVALID_PARAMETER,
                            "Parameter format: expected json or csv, found '" + format + "'",
                            Map.of("parameter", "format"));
            };
        }
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(new MediaType("text", "csv"))) {
                return true;
            }
        }
        return false;
    }
}
