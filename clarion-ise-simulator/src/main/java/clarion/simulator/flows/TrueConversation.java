package clarion.simulator.flows;

import clarion.simulator.traffic.Conversation;
import clarion.simulator.traffic.Party;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Locale;

/**
 * A conversation that is over.
 *
 * @param number 1 and up, in the order in which they ended
 * @param conversation as it truly was, cut off where a side went away
 * @param records how many records of it were sent; none if no exporter noticed
 */
public record TrueConversation(long number, Conversation conversation, int records) {

    /** As the control API tells it. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", number)
                .add("start", Instant.ofEpochMilli(conversation.start()).toString())
                .add("end", Instant.ofEpochMilli(conversation.end()).toString())
                .add("client", party(conversation.client()))
                .add("server", party(conversation.server()))
                .add("protocol", conversation.service().protocol())
                .add("service", conversation.service().name())
                .add("port", conversation.port())
                .add("clientPort", conversation.clientPort())
                .add("answered", conversation.answered())
                .add("kind", conversation.kind().name().toLowerCase(Locale.ROOT))
                .add("scan", conversation.kind().attack())
                .add("requestBytes", conversation.requestOctets())
                .add("requestPackets", conversation.requestPackets())
                .add("replyBytes", conversation.replyOctets())
                .add("replyPackets", conversation.replyPackets())
                .add("records", records);
        return json.build();
    }

    private static JsonObject party(Party party) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("ip", party.address().toString())
                .add("mac", party.macText())
                .add("role", party.role())
                .add("sgt", party.sgt())
                .add("exporter", party.exporter().name());
        String user = party.user();
        if (user != null) {
            json.add("user", user);
        }
        return json.build();
    }
}
