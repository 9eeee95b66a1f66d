package clarion.ejb.flows.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelDropsTest {

    private static final String TABLE = """
               sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
              123: 00000000:0807 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 31337 2 0000000000000000 17
              124: 00000000:0807 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 31338 2 0000000000000000 3
              125: 00000000:1807 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 31339 2 0000000000000000 9
            """;

    @TempDir
    private Path folder;

    @Test
    void sumsTheDropsOfAllSocketsOfThePort() throws IOException {
        Path table = Files.writeString(folder.resolve("udp"), TABLE);
        KernelDrops drops = new KernelDrops(List.of(table, folder.resolve("none")));

        assertEquals(OptionalLong.of(20), drops.of(2055));
        assertEquals(OptionalLong.of(9), drops.of(6151));
        assertEquals(OptionalLong.empty(), drops.of(2056), "a port that nobody listens on");
    }
}
