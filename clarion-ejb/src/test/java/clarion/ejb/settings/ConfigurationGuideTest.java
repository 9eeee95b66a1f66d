package clarion.ejb.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationGuideTest {

    private static final Path GUIDE = Path.of("../docs/configuration.md");

    @Test
    void saysWhatTheCodeUnderstands() throws IOException {
        if (Boolean.getBoolean("clarion.docs.write")) {
            Files.createDirectories(GUIDE.toAbsolutePath().getParent());
            Files.writeString(GUIDE, ConfigurationGuide.render());
        }
        assertEquals(
                ConfigurationGuide.render(),
                Files.readString(GUIDE),
                "docs/configuration.md is stale: run this test with -Dclarion.docs.write=true");
    }
}
