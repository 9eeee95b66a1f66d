package clarion.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameSiteTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, -,                          http,  clarion:8000,  true",
                "none,        -,                          http,  clarion:8000,  true",
                "cross-site,  -,                          http,  clarion:8000,  false",
                "same-site,   -,                          http,  clarion:8000,  false",
                "nonsense,    -,                          http,  clarion:8000,  false",
                "-,           -,                          http,  clarion:8000,  true",
                "-,           http://clarion:8000,        http,  clarion:8000,  true",
                "-,           http://CLARION:8000,        http,  clarion:8000,  true",
                "-,           http://clarion:8001,        http,  clarion:8000,  false",
                "-,           https://clarion:8000,       http,  clarion:8000,  false",
                "-,           https://clarion,            https, clarion,       true",
                "-,           https://clarion,            https, clarion:443,   true",
                "-,           http://clarion.evil:8000,   http,  clarion:8000,  false",
                "-,           http://evil@clarion:8000.x, http,  clarion:8000,  false",
                "-,           null,                       http,  clarion:8000,  false",
                "-,           http://[2001:db8::1]:8000,  http,  [2001:db8::1]:8000, true",
                "-,           http://clarion:8000,        http,  -,             false",
            })
    void letsOnlyTheConsoleItselfChangeThings(
            String secFetchSite, String origin, String scheme, String host, boolean allowed) {
        assertEquals(
                allowed,
                SameSite.refusal(secFetchSite, origin, scheme, host, any -> false)
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-site,   https://console.corp.example,       true",
                "-,           https://console.corp.example,       true",
                "cross-site,  https://console.corp.example,       false",
                "same-site,   https://console.corp.example.evil,  false",
                "same-site,   https://other.corp.example,         false",
                "same-site,   null,                               false",
                "same-site,   -,                                  false",
                "-,           http://console.corp.example,        false",
            })
    void letsAConsoleOfAnotherOriginInByItsExactNameAndOnlyFromItsOwnSite(
            String secFetchSite, String origin, boolean allowed) {
        assertEquals(
                allowed,
                SameSite.refusal(
                                secFetchSite,
                                origin,
                                "https",
                                "clarion.corp.example",
                                "https://console.corp.example"::equals)
                        .isEmpty());
    }

    @Test
    void readingIsNoChangeAndEverythingElseIs() {
        for (String method : new String[] {"GET", "HEAD", "OPTIONS"}) {
            assertFalse(SameSite.isChange(method));
        }
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "LOCK"}) {
            assertTrue(SameSite.isChange(method));
        }
    }
}
