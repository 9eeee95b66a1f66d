package clarion.simulator.groups;

import clarion.simulator.Faults;
import clarion.simulator.control.Accounts;
import clarion.simulator.control.DataServiceHandler;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.control.Services;
import clarion.simulator.http.Answers;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** REST of com.cisco.ise.config.trustsec: getSecurityGroups, all of them or one by id. */
public final class TrustSecServiceHandler extends DataServiceHandler {

    private final SecurityGroups groups;

    public TrustSecServiceHandler(SecurityGroups groups, Accounts accounts, Services services, Faults faults) {
        super(ServiceNode.TRUSTSEC, accounts, services, faults);
        this.groups = groups;
    }

    /** The object that getSecurityGroups and the security group topic carry. */
    static JsonObject wire(SecurityGroup group) {
        return Json.createObjectBuilder()
                .add("id", group.id())
                .add("name", group.name())
                .add("description", group.description())
                .add("tag", group.tag())
                .build();
    }

    @Override
    protected boolean serve(String call, JsonBody body, Response response, Callback callback) throws BadRequest {
        if (!call.equals("getSecurityGroups")) {
            return false;
        }
        String id = body.optional("id");
        JsonArrayBuilder found = Json.createArrayBuilder();
        int count = 0;
        for (SecurityGroup group : groups.all()) {
            if (id == null || id.equals(group.id())) {
                found.add(wire(group));
                count++;
            }
        }
        Answers.json(
                response,
                callback,
                200,
                Json.createObjectBuilder()
                        .add("totalCount", count)
                        .add("securityGroups", found)
                        .build());
        return true;
    }
}
