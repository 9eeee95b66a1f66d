package clarion.ejb.listing;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place after a row: the row's sort keys, and a fingerprint of the query that they belong to. Its text form is
 * opaque to callers: base64url of JSON.
 *
 * @param fingerprint of list, scope, filter, free text and order
 * @param keys the values of the sort keys of the last row seen, null for NULL
 */
record Cursor(String fingerprint, List<@Nullable String> keys) {

    private static final int MAX_LENGTH = 8192;

    String encode() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String key : keys) {
            if (key == null) {
                array.addNull();
            } else {
                array.add(key);
            }
        }
        String json = Json.createObjectBuilder()
                .add("f", fingerprint)
                .add("k", array)
                .build()
                .toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #encode} wrote. */
    static Cursor decode(String text) {
        if (text.length() > MAX_LENGTH) {
            throw invalid(null);
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                return read(reader.readObject());
            }
        } catch (IllegalArgumentException | JsonException | ClassCastException | NullPointerException e) {
            throw invalid(e);
        }
    }

    private static Cursor read(JsonObject object) {
        List<@Nullable String> keys = new ArrayList<>();
        for (JsonValue value : object.getJsonArray("k")) {
            keys.add(value == JsonValue.NULL ? null : Operands.text(((JsonString) value).getString()));
        }
        return new Cursor(object.getString("f"), keys);
    }

    static ClarionException invalid(@Nullable Exception cause) {
        String detail = "This cursor was not made for this list with this filter, search and sort;"
                + " start again without a cursor, and change only limit between pages.";
        return cause == null
                ? new ClarionException(ProblemType.INVALID_CURSOR, detail)
                : new ClarionException(ProblemType.INVALID_CURSOR, detail, cause);
    }
}
