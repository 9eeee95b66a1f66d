package clarion.ejb.flows;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.Mark;

/** What is counted of conversations that are counted together. Adding is all that can be done to it. */
final class Totals {

    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long requestBytes;
    long requestPackets;
    long replyBytes;
    long replyPackets;
    int conversations;
    int answered;
    int refused;
    int replies;
    int sampling = 1;
    int evidence;
    int marks;

    /** Adds a conversation, which counts by what was seen of it: the request, or the reply alone. */
    void add(Conversation conversation) {
        if (Mark.REPLY_ONLY.isIn(conversation.marks())) {
            replies++;
        } else {
            conversations++;
            answered += conversation.isAnswered() ? 1 : 0;
            refused += Mark.REFUSED.isIn(conversation.marks()) ? 1 : 0;
        }
        first = Math.min(first, conversation.firstMillis());
        last = Math.max(last, conversation.lastMillis());
        requestBytes += conversation.requestBytes();
        requestPackets += conversation.requestPackets();
        replyBytes += conversation.replyBytes();
        replyPackets += conversation.replyPackets();
        sampling = Math.max(sampling, conversation.sampling());
        evidence |= conversation.evidence();
        marks |= conversation.marks();
    }

    void add(Totals other) {
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
        requestBytes += other.requestBytes;
        requestPackets += other.requestPackets;
        replyBytes += other.replyBytes;
        replyPackets += other.replyPackets;
        conversations += other.conversations;
        answered += other.answered;
        refused += other.refused;
        replies += other.replies;
        sampling = Math.max(sampling, other.sampling);
        evidence |= other.evidence;
        marks |= other.marks;
    }

    /** All conversations, whichever half was seen. */
    int all() {
        return conversations + replies;
    }
}
