package clarion.simulator.groups;

import clarion.simulator.topics.IseTopic;
import clarion.simulator.topics.TopicFeed;
import clarion.simulator.topics.Topics;
import jakarta.json.Json;

/** Changes security groups and publishes each change on the security group topic, numbered. Thread-safe. */
public final class GroupFeed {

    private final SecurityGroups groups;
    private final TopicFeed topic;

    public GroupFeed(SecurityGroups groups, Topics topics) {
        this.groups = groups;
        this.topic = topics.of(IseTopic.SECURITY_GROUPS);
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
        topic.publishRaw(body);
    }

    private void send(String operation, SecurityGroup group) {
        topic.publish(Json.createObjectBuilder()
                .add("operation", operation)
                .add("securityGroup", group.toJson())
                .build());
    }
}
