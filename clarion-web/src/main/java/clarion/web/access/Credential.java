package clarion.web.access;

import clarion.ejb.access.Secrets;
import clarion.ejb.audit.Via;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What a request offers to prove who sent it.
 *
 * @param via {@link Via#TOKEN} for a bearer token (RFC 6750), {@link Via#SESSION} for the console's cookie
 */
record Credential(Via via, String secret) {

    private static final int LONGEST = 200;

    /** A bearer token goes before a cookie, also when it is a wrong one. */
    static Optional<Credential> of(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(
                    new Credential(Via.TOKEN, authorization.substring(7).strip()));
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(SessionCookie.NAME)
                        && !cookie.getValue().isEmpty()) {
                    return Optional.of(new Credential(Via.SESSION, cookie.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    /** False for what cannot be a credential of Clarion's, which need not be looked up. */
    boolean isPlausible() {
        return !secret.isEmpty()
                && secret.length() <= LONGEST
                && (via == Via.SESSION || secret.startsWith(Secrets.TOKEN_PREFIX));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Credential[" + via + "]";
    }
}
