package clarion.pxgrid.sessions;

import clarion.domain.groups.SecurityGroup;
import clarion.domain.groups.Sgt;
import clarion.pxgrid.control.Json;
import clarion.pxgrid.wire.ServiceWire;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the answer to getSecurityGroups; a group that cannot be read is left out and logged. */
public final class GroupDocument {

    private static final System.Logger LOG = System.getLogger(GroupDocument.class.getName());

    private GroupDocument() {}

    /**
     * Reads all groups; there are at most some thousands.
     *
     * @throws IOException if the source broke off or is no such document
     */
    public static List<SecurityGroup> read(InputStream source) throws IOException {
        JsonObject document;
        try (JsonReader reader = Json.PROVIDER.createReader(source)) {
            document = reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("the groups are not readable JSON", e);
        }
        if (!(document.get(ServiceWire.SECURITY_GROUPS) instanceof JsonArray array)) {
            throw new IOException("the answer has no list of security groups");
        }
        List<SecurityGroup> groups = new ArrayList<>(array.size());
        for (JsonValue element : array) {
            Optional<SecurityGroup> group =
                    element instanceof JsonObject object ? groupOf(object) : Optional.<SecurityGroup>empty();
            group.ifPresentOrElse(
                    groups::add,
                    () -> LOG.log(
                            System.Logger.Level.WARNING, "CLARION-PXG-054 event=group-unreadable group={0}", element));
        }
        return groups;
    }

    private static Optional<SecurityGroup> groupOf(JsonObject object) {
        String name = Json.text(object, ServiceWire.NAME).orElse("");
        Optional<Integer> tag = Json.text(object, ServiceWire.TAG).flatMap(GroupDocument::tagOf);
        if (name.isBlank() || tag.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SecurityGroup(
                Json.text(object, ServiceWire.ID).orElse(name),
                name,
                new Sgt(tag.get()),
                Json.text(object, ServiceWire.DESCRIPTION).orElse("")));
    }

    private static Optional<Integer> tagOf(String text) {
        try {
            int tag = Integer.parseInt(text.strip());
            return tag >= 0 && tag <= 65535 ? Optional.of(tag) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
