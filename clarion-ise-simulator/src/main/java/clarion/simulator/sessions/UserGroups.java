package clarion.simulator.sessions;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** The Active Directory groups of users with sessions: the domain's own, and that of the organisational unit. */
public final class UserGroups {

    private UserGroups() {}

    static Optional<JsonObject> of(SessionDirectory directory, String userName) {
        return directory.all().stream()
                .filter(session -> userName.equals(session.text(SessionFields.USER_NAME)) && isPerson(session))
                .findFirst()
                .map(session -> groups(session).build());
    }

    /** The record of a session's user, with its name. */
    static JsonObject ofUser(IseSession session) {
        return groups(session)
                .add("userName", String.valueOf(session.text(SessionFields.USER_NAME)))
                .build();
    }

    /** The message by which the group topic tells about a session's user; empty if that is no person. */
    public static Optional<JsonObject> message(IseSession session) {
        return isPerson(session)
                ? Optional.of(Json.createObjectBuilder()
                        .add("userGroups", Json.createArrayBuilder().add(ofUser(session)))
                        .build())
                : Optional.empty();
    }

    static boolean isPerson(IseSession session) {
        return session.text(SessionFields.AD_USER_SAM_ACCOUNT_NAME) != null
                && session.text(SessionFields.USER_NAME) != null;
    }

    private static JsonObjectBuilder groups(IseSession session) {
        String domain = session.text(SessionFields.AD_USER_DOMAIN_NAME);
        JsonArrayBuilder groups = Json.createArrayBuilder().add(group(domain + "/Users/Domain Users"));
        String distinguishedName = session.text(SessionFields.AD_USER_RESOLVED_DNS);
        for (String part : distinguishedName == null ? new String[0] : distinguishedName.split(",")) {
            if (part.startsWith("OU=")) {
                groups.add(group(domain + "/Groups/" + part.substring("OU=".length())));
            }
        }
        return Json.createObjectBuilder().add("groups", groups);
    }

    private static JsonObjectBuilder group(String name) {
        return Json.createObjectBuilder().add("name", name).add("type", "ACTIVE_DIRECTORY");
    }
}
