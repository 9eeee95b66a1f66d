package clarion.simulator.groups;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.control.Services;
import clarion.simulator.pubsub.Broker;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;

/** Changes security groups and publishes each change on the security group topic, numbered. Thread-safe. */
public final class GroupFeed {

    private final SecurityGroups groups;
    private final Broker broker;
    private final Services services;
    private long nextSequence;

    public GroupFeed(SecurityGroups groups, Broker broker, Services services) {
        this.groups = groups;
        this.broker = broker;
        this.services = services;
    }

    /** Adds a group, or changes the one with its id. */
    public synchronized void put(SecurityGroup group) {
        boolean known = groups.find(group.id()).isPresent();
        groups.put(group);
        send(known ? "UPDATE" : "CREATE", group);
    }

    /** Deletes a group; nothing happens if there is none with this id. */
    public synchronized void delete(String id) {
        groups.find(id).ifPresent(group -> {
            groups.remove(id);
            send("DELETE", group);
        });
    }

    /** Publishes any text on the topic. */
    public void publishRaw(String body) {
        String topic = services.topic(ServiceNode.TRUSTSEC, ServiceNode.SECURITY_GROUP_TOPIC);
        if (topic != null) {
            broker.publish(topic, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void send(String operation, SecurityGroup group) {
        publishRaw(Json.createObjectBuilder()
                .add("operation", operation)
                .add("securityGroup", TrustSecServiceHandler.wire(group))
                .add("sequence", nextSequence++)
                .build()
                .toString());
    }
}
