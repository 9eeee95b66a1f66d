package clarion.domain.flows.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, the reader ends, says what it left out, and loses count of nothing. */
class FlowFileFuzzTest {

    private static final String OBJECT = "{\"src_ip\":\"10.0.0.1\",\"dst_ip\":\"::1\",\"x\":[{\"y\":\"\\u00e9\\n\"}],"
            + "\"proto\":6,\"start_time\":1767603600.5}\n";

    private static final List<byte[]> SEEDS = List.of(
            FlowFile.bytes("broken.csv"),
            FlowFile.bytes("nfdump-1.7.1.csv"),
            FlowFile.bytes("nfdump-fast.csv"),
            OBJECT.repeat(5).getBytes(StandardCharsets.UTF_8),
            FlowFile.gzip(FlowFile.bytes("broken.csv")));

    @Test
    void survivesMutatedFiles() {
        long seed = Long.getLong("clarion.fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        int read = 0;
        for (int run = 0; run < 20_000; run++) {
            byte[] content = mutated(SEEDS.get(run % SEEDS.size()).clone(), random);
            int number = run;
            try {
                FlowFile file = new FlowFile(content);
                read++;
                assertEquals(file.records.size(), file.report.records(), () -> "seed " + seed + " run " + number);
                assertEquals(
                        file.report.errors(),
                        file.report.errorsByFault().values().stream()
                                .mapToLong(n -> n)
                                .sum());
                assertTrue(file.report.errors() + file.report.records() <= file.report.lines() + 1);
            } catch (ClarionException expected) {
                // It said that this is no flow file.
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " run " + run, e);
            }
        }
        assertTrue(read > 5_000, "too few files were read at all: " + read + ", seed " + seed);
    }

    private static byte[] mutated(byte[] content, Random random) {
        byte[] bytes = content;
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) ",;\"\\{}[]:.\n\r0-e".charAt(random.nextInt(15));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> {
                    int length = Math.min(random.nextInt(40), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bytes;
    }
}
