package clarion.domain.sgacl;

/** Which packets an SGACL is for, as ISE names it in {@code ipVersion}. */
public enum IpFamily {
    IPV4,
    IPV6,
    IP_AGNOSTIC;

    /** True if an SGACL of this family looks at packets of that version; to any other it does nothing. */
    public boolean covers(IpVersion version) {
        return this == IP_AGNOSTIC || name().equals(version.name());
    }
}
