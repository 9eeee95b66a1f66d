package clarion.simulator.traffic;

/**
 * What one device truly asked of another: the ground truth.
 *
 * @param id unique, and the seed of how it is reported
 * @param kind whether it should have happened
 * @param client who asked
 * @param server who was asked
 * @param service what for
 * @param port the server's port; for ICMP type times 256 plus code
 * @param clientPort the client's port
 * @param start first packet, milliseconds since 1970 UTC
 * @param size packets, octets and length as sent; no replies if it was not answered
 * @param outcome what came of it
 */
public record Conversation(
        long id,
        Kind kind,
        Party client,
        Party server,
        Service service,
        int port,
        int clientPort,
        long start,
        Shape.Size size,
        Outcome outcome) {

    /** Whether a conversation should have happened. */
    public enum Kind {
        /** A device does what its role does. */
        LEGITIMATE,
        /** A device does what another role does. */
        ODD,
        /** A mistake: a server that is gone, a wrong address. */
        NOISE,
        /** Many addresses, or many ports, asked in a short time. */
        SCAN,
        /** An infected device tries its neighbours. */
        LATERAL;

        /** Whether a policy should stop it. */
        public boolean attack() {
            return this == SCAN || this == LATERAL;
        }
    }

    /** What comes of a request. */
    public enum Outcome {
        ANSWERED,
        /** There are no replies: nobody is there, or the service never answers. */
        UNANSWERED,
        /** A TCP reset. */
        REFUSED
    }

    public boolean answered() {
        return outcome == Outcome.ANSWERED;
    }

    /** The last packet. */
    public long end() {
        return start + size.millis();
    }

    /** The octets that were sent from client to server. */
    public long requestOctets() {
        return size.requestOctets();
    }

    /** The octets that were sent from server to client. */
    public long replyOctets() {
        return size.replyOctets();
    }

    public long requestPackets() {
        return size.requestPackets();
    }

    public long replyPackets() {
        return size.replyPackets();
    }

    /** This one cut off at an instant before its end: what had been said by then, as {@link Observer} reports it. */
    public Conversation cut(long at) {
        if (at >= end()) {
            return this;
        }
        long millis = Math.max(0, at - start);
        long requests = said(size.requestPackets(), millis);
        long replies = said(size.replyPackets(), millis);
        return new Conversation(
                id,
                kind,
                client,
                server,
                service,
                port,
                clientPort,
                start,
                new Shape.Size(
                        requests,
                        size.requestOctets() * requests / size.requestPackets(),
                        replies,
                        replies == 0 ? 0 : size.replyOctets() * replies / size.replyPackets(),
                        millis),
                outcome);
    }

    /** How many of so many packets are sent in the first milliseconds: the first at once, the others spread evenly. */
    long said(long packets, long millis) {
        return millis >= size.millis() ? packets : (long) Math.ceil((double) packets * millis / size.millis());
    }

    /**
     * One as it happens.
     *
     * @param latest when it ends at the latest, in milliseconds
     */
    public static Conversation happen(
            long id,
            Kind kind,
            Party client,
            Party server,
            Service service,
            boolean windows,
            Outcome outcome,
            long start,
            long latest,
            java.util.SplittableRandom random) {
        long day = start / 86_400_000;
        int port = service.port(server.mac() ^ server.address().low(), day, random);
        int clientPort = service.clientPort(port, windows, random);
        Shape.Size drawn = service.shape().draw(random);
        Outcome came = service.shape().answers() || outcome != Outcome.ANSWERED ? outcome : Outcome.UNANSWERED;
        long most = Math.max(1, latest - start);
        return new Conversation(
                id,
                kind,
                client,
                server,
                service,
                port,
                clientPort,
                start,
                switch (outcome) {
                    case ANSWERED ->
                        new Shape.Size(
                                drawn.requestPackets(),
                                drawn.requestOctets(),
                                drawn.replyPackets(),
                                drawn.replyOctets(),
                                Math.min(most, drawn.millis()));
                    case UNANSWERED -> new Shape.Size(3, 180, 0, 0, Math.min(most, 3_000));
                    case REFUSED -> new Shape.Size(1, 60, 1, 40, Math.min(most, 2));
                },
                came);
    }
}
