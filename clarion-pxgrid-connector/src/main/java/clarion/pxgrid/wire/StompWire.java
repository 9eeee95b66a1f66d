package clarion.pxgrid.wire;

/** Commands and headers of STOMP 1.2 as ISE's pubsub service speaks it. */
public final class StompWire {

    public static final String CONNECT = "CONNECT";
    public static final String CONNECTED = "CONNECTED";
    public static final String SUBSCRIBE = "SUBSCRIBE";
    public static final String UNSUBSCRIBE = "UNSUBSCRIBE";
    public static final String MESSAGE = "MESSAGE";
    public static final String RECEIPT = "RECEIPT";
    public static final String ERROR = "ERROR";
    public static final String DISCONNECT = "DISCONNECT";

    public static final String ACCEPT_VERSION = "accept-version";
    public static final String VERSION_1_2 = "1.2";
    public static final String HOST = "host";
    public static final String HEART_BEAT = "heart-beat";
    public static final String DESTINATION = "destination";
    public static final String ID = "id";
    public static final String SUBSCRIPTION = "subscription";
    public static final String RECEIPT_REQUEST = "receipt";
    public static final String RECEIPT_ID = "receipt-id";
    public static final String CONTENT_LENGTH = "content-length";
    public static final String MESSAGE_TEXT = "message";

    private StompWire() {}
}
