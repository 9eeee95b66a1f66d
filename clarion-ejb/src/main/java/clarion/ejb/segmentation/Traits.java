package clarion.ejb.segmentation;

import clarion.domain.segmentation.Trait;
import clarion.ejb.DatabaseText;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Traits as they are stored: a cluster that is a far end stands as {@code {#12}}, because names change. */
final class Traits {

    private static final Pattern CLUSTER = Pattern.compile("\\{#(\\d+)}");

    private Traits() {}

    static String reference(long cluster) {
        return "{#" + cluster + "}";
    }

    /** As sentences. */
    static String texts(List<Trait> traits, int most) {
        return DatabaseText.json(traits.stream().limit(most).map(Trait::text).toList());
    }

    static String json(List<Trait> traits) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Trait trait : traits) {
            array.add(Json.createObjectBuilder()
                    .add("kind", trait.kind().name())
                    .add("what", DatabaseText.limit(trait.what(), DatabaseText.TEXT_LIMIT))
                    .add("far", DatabaseText.limit(trait.far(), DatabaseText.TEXT_LIMIT))
                    .add("here", trait.here())
                    .add("elsewhere", trait.elsewhere()));
        }
        return array.build().toString();
    }

    static List<Trait> parse(String json, Function<String, String> named) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(trait -> new Trait(
                            Trait.Kind.valueOf(trait.getString("kind")),
                            trait.getString("what"),
                            named.apply(trait.getString("far")),
                            trait.getJsonNumber("here").doubleValue(),
                            trait.getJsonNumber("elsewhere").doubleValue()))
                    .toList();
        }
    }

    /** A text with the names that clusters have now. */
    static String named(String text, Map<Long, String> names) {
        if (!text.contains("{#")) {
            return text;
        }
        return CLUSTER.matcher(text).replaceAll(found -> {
            long id = Long.parseLong(found.group(1));
            return Matcher.quoteReplacement(names.getOrDefault(id, "cluster " + id));
        });
    }
}
