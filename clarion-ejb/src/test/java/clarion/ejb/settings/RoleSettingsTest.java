package clarion.ejb.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.settings.ProcessRole;
import clarion.domain.settings.SettingKind;
import clarion.pxgrid.settings.RoleSettings;
import clarion.pxgrid.settings.SharedKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleSettingsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void oneProcessThatDoesEverythingNeedsNoKey() {
        assertEquals(List.of(), RoleSettings.faults(FakeConfig.of(Map.of())));
        assertEquals(ProcessRole.ALL, RoleSettings.from(FakeConfig.of(Map.of())).role());
    }

    @Test
    void processesThatShareTheWorkNeedAKeyTheyShare() {
        for (String role : List.of("api", "pxgrid", "collector")) {
            List<String> faults = RoleSettings.faults(FakeConfig.of(Map.of("clarion.role", role)));
            assertEquals(1, faults.size());
            assertTrue(faults.get(0).contains("clarion.connector.key-file: the role " + role + " needs it"));
        }
    }

    @Test
    void saysWhatIsWrongWithAKeyFileAndNeverWhatIsInIt() throws IOException {
        Path none = folder.resolve("none");
        assertEquals(
                List.of("clarion.connector.key-file: " + none + " cannot be read: there is no such file"), of(none));
        Path shortOne = Files.writeString(folder.resolve("short"), "geheim");
        assertEquals(1, of(shortOne).size());
        assertFalse(of(shortOne).get(0).contains("geheim"));
        assertEquals(List.of(), of(Files.writeString(folder.resolve("good"), KEY + "\n")));
    }

    @Test
    void knowsTheKeyThatIsInTheFileNow() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        SharedKey key = new SharedKey(file);
        assertTrue(key.matches(KEY));
        assertFalse(key.matches(KEY + "x"));
        Files.writeString(file, KEY.toUpperCase(java.util.Locale.ROOT));
        assertFalse(key.matches(KEY));
        Files.delete(file);
        assertFalse(key.matches(""));
    }

    @Test
    void readsWhereTheOthersAre() {
        RoleSettings settings = RoleSettings.from(FakeConfig.of(Map.of(
                "clarion.role", " pxgrid ",
                "clarion.connector.urls", "http://a:9000/, https://[::1]:9000",
                "clarion.connector.advertised-url", "http://me:9000")));
        assertEquals(ProcessRole.PXGRID, settings.role());
        assertEquals(List.of(URI.create("http://a:9000"), URI.create("https://[::1]:9000")), settings.connectorUrls());
        assertEquals(URI.create("http://me:9000"), settings.advertisedUrl().orElseThrow());
    }

    @Test
    void takesBaseUrlsOnly() {
        SettingKind urls = new SettingKind.BaseUrls();
        assertTrue(urls.fault("http://pxgrid:9000").isEmpty());
        assertTrue(urls.fault("https://pxgrid").isEmpty());
        for (String wrong :
                List.of("pxgrid:9000", "ftp://pxgrid", "http://", "http://u:p@pxgrid", "http://a/b", "a,b")) {
            assertTrue(urls.fault(wrong).isPresent(), wrong);
        }
    }

    private static List<String> of(Path file) {
        return RoleSettings.faults(FakeConfig.of(Map.of("clarion.connector.key-file", file.toString())));
    }
}
