package clarion.domain.users;

import clarion.domain.devices.MacAddress;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person or machine, however the user name was typed: {@code CORP\Alice}, {@code alice@corp.example} and
 * {@code ALICE} with {@code adUserNetBiosName=CORP} are the same identity, {@code alice@corp}.
 *
 * <p>The realm is the NetBIOS domain name where ISE gives it, else the first label of the DNS domain, which is what
 * Active Directory proposes as NetBIOS name. Two forests whose domains share the first label and for which ISE sends no
 * NetBIOS name are therefore taken for one realm.
 *
 * @param name account name in lower case, without domain
 * @param realm domain in lower case, or null for an account without one
 * @param kind a person, or a machine that authenticated with its own account
 */
public record UserIdentity(String name, @Nullable String realm, Kind kind) {

    /** Who stands behind an account. */
    public enum Kind {
        PERSON,
        MACHINE
    }

    public UserIdentity {
        name = name.strip().toLowerCase(Locale.ROOT);
        realm = realm == null || realm.isBlank() ? null : realm.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a user identity needs a name");
        }
    }

    /**
     * Normalises what a session says of its user.
     *
     * @param userName as typed or as the supplicant sent it
     * @param samAccountName {@code adUserSamAccountName}, if ISE resolved the user in Active Directory
     * @param netBiosName {@code adUserNetBiosName}
     * @param dnsDomain {@code adUserDomainName}
     * @return empty if there is no user, or the "user" is the endpoint's own MAC address (MAB)
     */
    public static Optional<UserIdentity> of(
            @Nullable String userName,
            @Nullable String samAccountName,
            @Nullable String netBiosName,
            @Nullable String dnsDomain) {
        String typed = blankToNull(userName);
        String sam = blankToNull(samAccountName);
        String text = typed != null ? typed : sam;
        if (text == null || MacAddress.find(text).isPresent()) {
            return Optional.empty();
        }
        String realm = realmOf(netBiosName, dnsDomain);
        if (text.regionMatches(true, 0, "host/", 0, 5) && text.length() > 5) {
            return Optional.of(machine(text.substring(5), realm));
        }
        int backslash = text.indexOf('\\');
        if (backslash >= 0 && backslash < text.length() - 1) {
            realm = realm != null ? realm : blankToNull(text.substring(0, backslash));
            text = text.substring(backslash + 1);
        } else {
            int at = text.lastIndexOf('@');
            if (at > 0) {
                realm = realm != null ? realm : realmOf(null, text.substring(at + 1));
                text = text.substring(0, at);
            }
        }
        if (sam != null) {
            text = sam;
        }
        if (text.endsWith("$") && text.length() > 1) {
            return Optional.of(new UserIdentity(text.substring(0, text.length() - 1), realm, Kind.MACHINE));
        }
        return text.isBlank() ? Optional.empty() : Optional.of(new UserIdentity(text, realm, Kind.PERSON));
    }

    private static UserIdentity machine(String fqdn, @Nullable String knownRealm) {
        int dot = fqdn.indexOf('.');
        String host = dot > 0 ? fqdn.substring(0, dot) : fqdn;
        String realm = knownRealm != null || dot <= 0 ? knownRealm : realmOf(null, fqdn.substring(dot + 1));
        return new UserIdentity(host, realm, Kind.MACHINE);
    }

    private static @Nullable String realmOf(@Nullable String netBiosName, @Nullable String dnsDomain) {
        if (blankToNull(netBiosName) != null) {
            return netBiosName;
        }
        String dns = blankToNull(dnsDomain);
        if (dns == null) {
            return null;
        }
        int dot = dns.indexOf('.');
        return dot > 0 ? dns.substring(0, dot) : dns;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** {@code name@realm}, {@code name} without a realm, with {@code host/} before a machine. */
    @Override
    public String toString() {
        String account = realm == null ? name : name + "@" + realm;
        return kind == Kind.MACHINE ? "host/" + account : account;
    }
}
