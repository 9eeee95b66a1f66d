package clarion.domain.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://console.corp.example",
                "https://console.corp.example:8443",
                "http://127.0.0.1:5173",
                "http://localhost:3000",
                "https://[2001:db8::1]:8443",
                "https://xn--bro-hoa.example",
                "http://console:443",
                "https://console:80",
            })
    void takesAnOriginAsBrowsersWriteIt(String text) {
        assertEquals(text, new WebOrigin(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "https://*",
                "https://*.corp.example",
                "https://console.corp.example/",
                "https://console.corp.example/app",
                "https://Console.corp.example",
                "HTTPS://console.corp.example",
                "console.corp.example",
                "//console.corp.example",
                "ftp://console.corp.example",
                "https://user@console.corp.example",
                "https://console.corp.example:443",
                "http://console.corp.example:80",
                "https://console.corp.example:0",
                "https://console.corp.example:65536",
                "https://console.corp.example:99999",
                "https://console.corp.example:",
                "https://console..example",
                "https://console.corp.example ",
                "https://büro.example",
                "https://",
            })
    void refusesWhatNoBrowserWouldEverSend(String text) {
        String words = String.valueOf(assertThrows(IllegalArgumentException.class, () -> new WebOrigin(text))
                .getMessage());
        assertTrue(words.contains("'" + text + "'"), words);
    }

    @Test
    void readsAListAndFindsTheBadElementInIt() {
        assertEquals(
                Set.of(new WebOrigin("https://a.example"), new WebOrigin("https://b.example:8443")),
                WebOrigin.parseList(" https://a.example , https://b.example:8443 "));
        assertEquals(Set.of(), WebOrigin.parseList(" "));
        assertThrows(IllegalArgumentException.class, () -> WebOrigin.parseList("https://a.example,"));
        assertThrows(IllegalArgumentException.class, () -> WebOrigin.parseList("https://a.example,*"));
    }

    @Test
    void knowsWhichOriginsAreInTheClear() {
        assertTrue(new WebOrigin("http://127.0.0.1:5173").isPlain());
        assertFalse(new WebOrigin("https://a.example").isPlain());
    }
}
