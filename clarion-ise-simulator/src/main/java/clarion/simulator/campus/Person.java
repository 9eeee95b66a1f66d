package clarion.simulator.campus;

import clarion.simulator.sessions.Attributes;
import clarion.simulator.sessions.SessionFields;

/**
 * Somebody with an account in the directory.
 *
 * @param account the sAMAccountName; a few are not ASCII
 * @param userName how the supplicant writes the account: with domain, as principal name, or bare
 * @param attributes what ISE adds to a session from Active Directory
 */
record Person(String account, String userName, Department department, Attributes attributes) {

    static final String DOMAIN = "corp.example";
    static final String NET_BIOS = "CORP";

    /** @param style 0 to 9: how the user name is written */
    static Person of(String fullName, String account, Department department, int style) {
        String principal = account + "@" + DOMAIN;
        String userName = style < 7 ? NET_BIOS + "\\" + account : style < 9 ? principal : account;
        return new Person(
                account,
                userName,
                department,
                Attributes.of(
                        SessionFields.AD_NORMALIZED_USER, account,
                        SessionFields.AD_USER_DOMAIN_NAME, DOMAIN,
                        SessionFields.AD_USER_NET_BIOS_NAME, NET_BIOS,
                        SessionFields.AD_USER_SAM_ACCOUNT_NAME, account,
                        SessionFields.AD_USER_QUALIFIED_NAME, principal,
                        SessionFields.AD_USER_RESOLVED_IDENTITIES, principal,
                        SessionFields.AD_USER_RESOLVED_DNS,
                                "CN=" + fullName + ",OU=" + department.title() + ",DC=corp,DC=example"));
    }

    /** What ISE says of a domain computer that authenticates by itself. */
    static Attributes computer(String hostName) {
        return Attributes.of(
                SessionFields.AD_NORMALIZED_USER,
                hostName + "$",
                SessionFields.AD_HOST_DOMAIN_NAME,
                DOMAIN,
                SessionFields.AD_HOST_NET_BIOS_NAME,
                NET_BIOS,
                SessionFields.AD_HOST_SAM_ACCOUNT_NAME,
                hostName + "$",
                SessionFields.AD_HOST_QUALIFIED_NAME,
                hostName + "$@" + DOMAIN,
                SessionFields.AD_HOST_RESOLVED_IDENTITIES,
                hostName + "$@" + DOMAIN,
                SessionFields.AD_HOST_RESOLVED_DNS,
                "CN=" + hostName + ",OU=Computers,DC=corp,DC=example",
                SessionFields.IS_MACHINE_AUTHENTICATION,
                "true");
    }
}
