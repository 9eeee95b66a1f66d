package clarion.launcher.backup;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is in a backup.
 *
 * @param clarion version of Clarion that made it
 * @param takenAt the database's clock at the moment that the backup shows
 * @param postgres version of the server
 * @param schema version of the newest migration
 * @param tables in an order in which they can be filled
 * @param sequences with their positions
 */
public record Manifest(
        String clarion, Instant takenAt, String postgres, int schema, List<Table> tables, List<Sequence> sequences) {

    static final String ENTRY = "manifest.json";

    private static final int FORMAT = 1;
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    /**
     * One table.
     *
     * @param columns as they are written, generated ones left out
     * @param content how many rows, and what they come to
     */
    public record Table(String name, List<String> columns, RowDigest.Content content) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** A sequence: its latest value, and whether that was given out. */
    public record Sequence(String name, long value, boolean called) {}

    public Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(table -> table.content().rows()).sum();
    }

    String toJson() {
        JsonArrayBuilder everyTable = Json.createArrayBuilder();
        for (Table table : tables) {
            everyTable.add(Json.createObjectBuilder()
                    .add("name", table.name())
                    .add("columns", Json.createArrayBuilder(table.columns()))
                    .add("rows", table.content().rows())
                    .add("bytes", table.content().bytes())
                    .add("sum", table.content().sum()));
        }
        JsonArrayBuilder everySequence = Json.createArrayBuilder();
        for (Sequence sequence : sequences) {
            everySequence.add(Json.createObjectBuilder()
                    .add("name", sequence.name())
                    .add("value", sequence.value())
                    .add("called", sequence.called()));
        }
        JsonObject document = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("clarion", clarion)
                .add("takenAt", takenAt.toString())
                .add("postgres", postgres)
                .add("schema", schema)
                .add("tables", everyTable)
                .add("sequences", everySequence)
                .build();
        StringWriter text = new StringWriter();
        try (var writer = PRETTY.createWriter(text)) {
            writer.write(document);
        }
        return text.toString().strip() + "\n";
    }

    static Manifest read(InputStream json) {
        try (JsonReader reader = Json.createReader(json)) {
            JsonObject document = reader.readObject();
            if (document.getInt("format") != FORMAT) {
                throw new BackupException("The backup has format " + document.getInt("format")
                        + ", which this Clarion does not know; use a newer one.");
            }
            return new Manifest(
                    document.getString("clarion"),
                    Instant.parse(document.getString("takenAt")),
                    document.getString("postgres"),
                    document.getInt("schema"),
                    document.getJsonArray("tables").getValuesAs(JsonObject.class).stream()
                            .map(Manifest::table)
                            .toList(),
                    document.getJsonArray("sequences").getValuesAs(JsonObject.class).stream()
                            .map(one -> new Sequence(
                                    one.getString("name"),
                                    one.getJsonNumber("value").longValueExact(),
                                    one.getBoolean("called")))
                            .toList());
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | ArithmeticException e) {
            throw new BackupException("The backup's " + ENTRY + " cannot be understood; the file is damaged.", e);
        }
    }

    private static Table table(JsonObject one) {
        return new Table(
                one.getString("name"),
                one.getJsonArray("columns").getValuesAs(JsonString::getString),
                new RowDigest.Content(
                        one.getJsonNumber("rows").longValueExact(),
                        one.getJsonNumber("bytes").longValueExact(),
                        one.getString("sum")));
    }
}
