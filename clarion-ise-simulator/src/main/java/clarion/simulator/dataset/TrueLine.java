package clarion.simulator.dataset;

import clarion.simulator.traffic.Conversation;
import clarion.simulator.traffic.Party;
import java.io.IOException;
import java.util.Locale;

/** A true conversation as a line of a file. */
final class TrueLine {

    static final String HEADER = "conversation_id,start_time,end_time,client_mac,client_ip,client_user,client_role,"
            + "client_sgt,server_mac,server_ip,server_role,server_sgt,proto,port,client_port,answered,kind,"
            + "request_bytes,request_packets,reply_bytes,reply_packets";

    private TrueLine() {}

    /** Writes all but the end of the line. */
    static void write(CsvOut out, Conversation conversation) throws IOException {
        out.number(conversation.id()).time(conversation.start()).time(conversation.end());
        Party client = conversation.client();
        party(out, client);
        out.text(client.user()).text(client.role()).number(client.sgt());
        Party server = conversation.server();
        party(out, server);
        out.text(server.role()).number(server.sgt());
        out.number(conversation.service().protocol())
                .number(conversation.port())
                .number(conversation.clientPort())
                .text(conversation.answered() ? "true" : "false")
                .text(conversation.kind().name().toLowerCase(Locale.ROOT))
                .number(conversation.requestOctets())
                .number(conversation.requestPackets())
                .number(conversation.replyOctets())
                .number(conversation.replyPackets());
    }

    private static void party(CsvOut out, Party party) throws IOException {
        out.text(party.macText()).text(party.address().toString());
    }
}
