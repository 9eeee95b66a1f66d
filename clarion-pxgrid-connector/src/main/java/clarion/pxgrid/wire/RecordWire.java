package clarion.pxgrid.wire;

/** Fields that messages and bulk answers of several topics have in common. */
public final class RecordWire {

    public static final String SEQUENCE = "sequence";
    public static final String TIMESTAMP = "timestamp";

    public static final String OPERATION = "operation";

    /** What the asset topic calls the operation. */
    public static final String OP_TYPE = "opType";

    public static final String DELETE = "DELETE";

    public static final String DELETED = "deleted";

    /** What the SGACL topic called it in 2020. */
    public static final String IS_DELETED = "isDeleted";

    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String DESCRIPTION = "description";
    public static final String STATUS = "status";
    public static final String FAILURE_REASON = "failureReason";
    public static final String MAC_ADDRESS = "macAddress";
    public static final String NAS_IP_ADDRESS = "nasIpAddress";
    public static final String SERVER_NAME = "serverName";
    public static final String USER_NAME = "userName";

    /** How many there are in all; Cisco's wiki says text, the wire shows a number. */
    public static final String TOTAL_COUNT = "totalCount";

    private RecordWire() {}
}
