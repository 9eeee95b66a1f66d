package clarion.pxgrid.faults;

/**
 * Every fault of the connection that an operator may have to act on. The code is part of the product: it stands in the
 * log, in the status and in the operating guide; codes may be added, never given another meaning.
 */
public enum Fault {
    CONTROLLER_REFUSED(
            "CLARION-PXG-001",
            "Check that pxGrid runs on that ISE node, that the port in clarion.pxgrid.controllers is right and that no"
                    + " firewall refuses the connection."),
    CONTROLLER_TIMEOUT("CLARION-PXG-002", "Check the route and the firewalls between Clarion and that ISE node."),
    CONTROLLER_UNKNOWN_HOST(
            "CLARION-PXG-003",
            "Correct the name in clarion.pxgrid.controllers, or let DNS resolve it where Clarion runs; Clarion asks again"
                    + " by itself."),
    CONTROLLER_BROKEN(
            "CLARION-PXG-004", "Look at the pxGrid services of that ISE node; Clarion tries again by itself."),
    TLS_UNKNOWN_CA(
            "CLARION-PXG-010",
            "Export the CA that signed ISE's pxGrid certificate (Administration > System > Certificates) and add it to"
                    + " ca.crt in clarion.pxgrid.certificate-dir, or to Clarion's trust store."),
    TLS_SERVER_EXPIRED(
            "CLARION-PXG-011",
            "Renew the pxGrid certificate of that ISE node: Administration > System > Certificates > System"
                    + " Certificates; check both clocks."),
    TLS_HOST_MISMATCH(
            "CLARION-PXG-012",
            "Name the ISE node in clarion.pxgrid.controllers as its certificate does, or renew the certificate with"
                    + " that name as subject alternative name."),
    TLS_CLIENT_REJECTED(
            "CLARION-PXG-013",
            "Use a client certificate that ISE trusts: issued by ISE's internal CA, or by a CA in ISE's trusted"
                    + " certificates with 'trust for client authentication'."),
    TLS_CLIENT_EXPIRED(
            "CLARION-PXG-014",
            "Issue a new client certificate (ISE: Administration > pxGrid Services > Client Management > Certificates)"
                    + " and put it in the place of the old one; Clarion takes it up by itself."),
    KEY_STORE_UNREADABLE(
            "CLARION-PXG-015", "Check the path, the file's permissions and that it is a PKCS12 or JKS store."),
    KEY_STORE_PASSWORD("CLARION-PXG-016", "Correct the password file of the store."),
    KEY_STORE_EMPTY("CLARION-PXG-017", "Put the client certificate with its private key and chain into the key store."),
    TLS_FAILED("CLARION-PXG-018", "ISE must offer TLS 1.2 or 1.3; look at both sides' certificates and protocols."),
    TLS_TOO_OLD(
            "CLARION-PXG-019",
            "Allow TLS 1.2 or 1.3 on that ISE node: Administration > System > Settings > Security Settings. Clarion"
                    + " speaks nothing older."),
    ACCOUNT_PENDING(
            "CLARION-PXG-020",
            "Approve the client in ISE: Administration > pxGrid Services > Client Management > Clients."),
    ACCOUNT_DISABLED(
            "CLARION-PXG-021",
            "Enable the client in ISE: Administration > pxGrid Services > Client Management > Clients."),
    UNAUTHORIZED(
            "CLARION-PXG-022",
            "Check clarion.pxgrid.node-name, and in ISE under Administration > pxGrid Services > Client Management >"
                    + " Clients that the client is there; delete it there if it was made with another certificate or"
                    + " password."),
    FORBIDDEN(
            "CLARION-PXG-023",
            "Give the client's group access to the service in ISE: Administration > pxGrid Services > Client Management >"
                    + " Policy."),
    ACCOUNT_NAME_TAKEN(
            "CLARION-PXG-024",
            "Delete the client in ISE (Administration > pxGrid Services > Client Management > Clients), or choose"
                    + " another clarion.pxgrid.node-name; of several replicas, let all share clarion.pxgrid.account-file."),
    PASSWORD_ACCOUNTS_OFF(
            "CLARION-PXG-025",
            "Allow password based account creation in ISE: Administration > pxGrid Services > Settings. If it is"
                    + " allowed, delete the client of this name in ISE. Or use a certificate account."),
    ACCOUNT_PASSWORD_UNUSABLE(
            "CLARION-PXG-026",
            "Repair or restore the file that is named. If the password is lost: delete the client in ISE"
                    + " (Administration > pxGrid Services > Client Management > Clients), then the file."),
    SECRET_REFUSED(
            "CLARION-PXG-027",
            "Nothing, if it stays at one: Clarion asks for a new secret. Else restart the pxGrid services of that ISE"
                    + " node and check that its nodes are in sync."),
    SERVICE_UNAVAILABLE(
            "CLARION-PXG-030",
            "Check in ISE that the service's persona is on and running (Administration > System > Deployment; pxGrid"
                    + " Services > Diagnostics); Clarion asks again."),
    SERVICE_INCOMPLETE("CLARION-PXG-031", "Look at the ISE node's pxGrid services; restart them if this stays."),
    DATA_CALL_FAILED("CLARION-PXG-032", "Look at the MnT node's pxGrid service; Clarion tries again by itself."),
    CALL_NOT_SUPPORTED(
            "CLARION-PXG-033",
            "Nothing: this ISE release does not have the call, and Clarion does without; an update of ISE brings it."),
    UPGRADE_REFUSED("CLARION-PXG-040", "Look at the pubsub service of that ISE node; Clarion tries the next one."),
    STOMP_ERROR(
            "CLARION-PXG-041",
            "If it speaks of authorisation, allow 'subscribe' on the topic in ISE's pxGrid policy; else look at the"
                    + " ISE node's pubsub service."),
    TOPIC_REFUSED(
            "CLARION-PXG-047",
            "Give the client's group 'subscribe' on that topic in ISE: Administration > pxGrid Services > Policy;"
                    + " Clarion tries again by itself, and follows the other topics meanwhile."),
    TOPIC_NOT_OFFERED(
            "CLARION-PXG-048",
            "Nothing, if this ISE has no such service; else look at its pxGrid services. Clarion asks again by"
                    + " itself."),
    TOPIC_RENAMED(
            "CLARION-PXG-049",
            "Nothing: Clarion subscribes by the new name at once and fetches what was missed meanwhile."),
    NO_CONNECTED("CLARION-PXG-042", "Look at the pubsub service of that ISE node; Clarion tries the next one."),
    STREAM_CLOSED("CLARION-PXG-043", "Nothing, if it stays at one: Clarion reconnects and fetches what was missed."),
    PEER_SILENT(
            "CLARION-PXG-044",
            "Nothing, if it stays at one: Clarion reconnects. Else check the path and the ISE node."),
    MESSAGE_TOO_LARGE(
            "CLARION-PXG-045",
            "Raise clarion.pxgrid.max-message-bytes; until then Clarion fetches the sessions by bulk download."),
    STREAM_MALFORMED("CLARION-PXG-046", "Report it with the log; Clarion reconnects and fetches what was missed."),
    DATABASE_AWAY("CLARION-PXG-060", "Bring PostgreSQL back; Clarion keeps what it has read and goes on by itself."),
    NOT_LEADING(
            "CLARION-PXG-061",
            "Nothing: another process has taken the connection over, or this one takes it back; what was read and not"
                    + " stored is fetched again."),
    LEADER_SILENT(
            "CLARION-PXG-062",
            "Start a process with clarion.role=pxgrid, or one more; check clarion.connector.urls, the network between the"
                    + " two, and that both have the same key. What is stored can be read meanwhile."),
    QUEUE_AWAY(
            "CLARION-PXG-063",
            "Bring the message broker back, or make room on its disk; Clarion keeps what it has read and goes on by"
                    + " itself."),
    SETTINGS("CLARION-PXG-070", "Correct the settings that are named and reload the connector."),
    TLS_SERVER_NOT_YET_VALID(
            "CLARION-PXG-080", "Check the clocks of Clarion and of that ISE node; its certificate begins later."),
    TLS_CLIENT_NOT_YET_VALID("CLARION-PXG-081", "Check Clarion's clock, or wait: its certificate begins later."),
    CERTIFICATE_FILE_MISSING(
            "CLARION-PXG-082",
            "Put client.crt, client.key and ca.crt into clarion.pxgrid.certificate-dir, readable by the user that"
                    + " runs Clarion."),
    CERTIFICATE_FILE_UNREADABLE(
            "CLARION-PXG-083", "Write the file anew, as PEM: -----BEGIN CERTIFICATE-----, client certificate first."),
    CLIENT_KEY_UNSUPPORTED(
            "CLARION-PXG-084",
            "Convert the key: openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD.key -out client.key; -nocrypt instead of"
                    + " -v2 aes-256-cbc for a key without password."),
    CLIENT_KEY_PASSWORD("CLARION-PXG-085", "Correct the file that clarion.pxgrid.key-password-file names."),
    CLIENT_KEY_MISMATCH(
            "CLARION-PXG-086",
            "Put the key and the certificate that were issued together in place; the ones before stay in use until"
                    + " then."),
    CERTIFICATE_EXPIRES_SOON(
            "CLARION-PXG-087",
            "Issue a new client certificate (ISE: Administration > pxGrid Services > Client Management > Certificates)"
                    + " and put it in the place of the old one; Clarion takes it up by itself."),
    CREDENTIALS_VISIBLE(
            "CLARION-PXG-088",
            "Start the server without -Djavax.net.debug and -Djdk.internal.httpclient.debug: they write what goes over"
                    + " TLS, passwords included, where no logger's level can stop it."),
    INTERNAL("CLARION-PXG-099", "Report it with the log; Clarion tries again by itself.");

    private final String code;
    private final String action;

    Fault(String code, String action) {
        this.code = code;
        this.action = action;
    }

    public String code() {
        return code;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
