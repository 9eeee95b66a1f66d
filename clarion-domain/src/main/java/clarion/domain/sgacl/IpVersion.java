package clarion.domain.sgacl;

/** The version of a packet. */
public enum IpVersion {
    IPV4,
    IPV6
}
