package clarion.web.access;

import clarion.ejb.access.AccessSettings.SecureCookie;

/** The cookie of the console. Scripts cannot read it, other sites cannot send it, the browser forgets it at its end. */
final class SessionCookie {

    static final String NAME = "clarion_session";

    private SessionCookie() {}

    /** The {@code Set-Cookie} header (RFC 6265) that hands out a session. */
    static String opened(String sessionToken, SecureCookie policy, boolean https) {
        return NAME + "=" + sessionToken + attributes(policy, https);
    }

    /** The header that takes it back. */
    static String closed(SecureCookie policy, boolean https) {
        return NAME + "=; Max-Age=0" + attributes(policy, https);
    }

    private static String attributes(SecureCookie policy, boolean https) {
        boolean secure = policy == SecureCookie.ALWAYS || (policy == SecureCookie.AUTO && https);
        return "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}
