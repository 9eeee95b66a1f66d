package clarion.ejb.flows;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.Conversation;
import clarion.domain.flows.Mark;
import clarion.domain.flows.Orientation;
import clarion.domain.flows.identity.Address;
import java.time.Instant;

/**
 * Conversations for tests: {@code fromClient("10.0.0.1").to("10.9.9.9", 443).at(T).build()}; 2 packets each way, 100
 * octets.
 */
final class ConversationBuilder {

    private final Address client;
    private Address server = Address.of(IpAddress.parse("10.9.9.9"));
    private int protocol = 6;
    private int port = 443;
    private int clientPort = 51_515;
    private Instant at = FlowWorld.NOON;
    private int exporter;
    private int clientSgt = -1;
    private int serverSgt = -1;
    private long clientMac = -1;
    private long requestPackets = 2;
    private long replyPackets = 2;
    private int marks;
    private int evidence = Orientation.TCP_FLAGS.bit();

    private ConversationBuilder(String client) {
        this.client = Address.of(IpAddress.parse(client));
    }

    static ConversationBuilder fromClient(String client) {
        return new ConversationBuilder(client);
    }

    ConversationBuilder to(String ip, int servicePort) {
        server = Address.of(IpAddress.parse(ip));
        port = servicePort;
        return this;
    }

    ConversationBuilder udp(int ofClient) {
        protocol = 17;
        clientPort = ofClient;
        return this;
    }

    ConversationBuilder at(Instant time) {
        at = time;
        return this;
    }

    ConversationBuilder by(int number) {
        exporter = number;
        return this;
    }

    ConversationBuilder sgts(int ofClient, int ofServer) {
        clientSgt = ofClient;
        serverSgt = ofServer;
        return this;
    }

    ConversationBuilder mac(long bits) {
        clientMac = bits;
        return this;
    }

    ConversationBuilder evidence(Orientation only) {
        evidence = only.bit();
        return this;
    }

    ConversationBuilder marked(Mark mark) {
        marks |= mark.bit();
        return this;
    }

    ConversationBuilder unanswered() {
        replyPackets = 0;
        return this;
    }

    ConversationBuilder replyOnly() {
        requestPackets = 0;
        return marked(Mark.REPLY_ONLY);
    }

    Conversation build() {
        return new Conversation(
                at.toEpochMilli(),
                at.toEpochMilli() + 1000,
                client.high(),
                client.low(),
                server.high(),
                server.low(),
                protocol,
                port,
                clientPort,
                50 * requestPackets,
                requestPackets,
                50 * replyPackets,
                replyPackets,
                2,
                clientSgt,
                serverSgt,
                clientMac,
                -1,
                exporter,
                1,
                evidence,
                marks);
    }
}
