package clarion.simulator.sessions;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The Active Directory groups of users with sessions: the domain's own, and that of the organisational unit. */
final class UserGroups {

    private UserGroups() {}

    static JsonObject all(SessionDirectory directory) {
        Set<String> told = new HashSet<>();
        JsonArrayBuilder users = Json.createArrayBuilder();
        for (IseSession session : directory.all()) {
            String userName = session.text(SessionFields.USER_NAME);
            if (userName != null && isPerson(session) && told.add(userName)) {
                users.add(groups(session).add("userName", userName));
            }
        }
        return Json.createObjectBuilder().add("userGroups", users).build();
    }

    static Optional<JsonObject> of(SessionDirectory directory, String userName) {
        return directory.all().stream()
                .filter(session -> userName.equals(session.text(SessionFields.USER_NAME)) && isPerson(session))
                .findFirst()
                .map(session -> groups(session).build());
    }

    private static boolean isPerson(IseSession session) {
        return session.text(SessionFields.AD_USER_SAM_ACCOUNT_NAME) != null;
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
