package clarion.simulator.ers;

import clarion.simulator.IseVersion;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** What ERS does that is no resource, under {@code /ers/config/op}: the release, and the push to the switches. */
final class Operations {

    private final Push push;
    private final IseVersion version;

    Operations(Push push, IseVersion version) {
        this.push = push;
        this.version = version;
    }

    ErsReply answer(ErsCall call) {
        List<String> path = call.segments();
        if (push.isFor(path)) {
            return push.overErs(call);
        }
        if (!path.equals(List.of("op", "systemconfig", "iseversion"))) {
            throw ErsFault.unsupportedResource(String.join("/", path));
        }
        if (!call.method().equals("GET")) {
            throw ErsFault.unsupportedMethod(call.method(), "GET");
        }
        JsonObject result = Json.createObjectBuilder()
                .add(
                        "resultValue",
                        Json.createArrayBuilder()
                                .add(pair("version", version + ".0"))
                                .add(pair("patch information", "0")))
                .build();
        return ErsReply.ok(
                Json.createObjectBuilder().add("OperationResult", result).build());
    }

    private static JsonObject pair(String name, String value) {
        return Json.createObjectBuilder().add("value", value).add("name", name).build();
    }
}
