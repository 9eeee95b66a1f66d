package clarion.web.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static String row(@Nullable Object... cells) throws IOException {
        StringBuilder out = new StringBuilder();
        Csv.writeRow(out, Arrays.asList(cells));
        return out.toString();
    }

    @Test
    void quotesWhatWouldBreakTheRow() throws IOException {
        assertEquals(
                "a,\"b,c\",\"say \"\"hi\"\"\",\"two\r\nlines\",\r\n",
                row("a", "b,c", "say \"hi\"", "two\r\nlines", null));
    }

    @Test
    void disarmsWhatASpreadsheetWouldCalculate() throws IOException {
        assertEquals("'=1+1,'+1,'-1,'@SUM(A1),'\tx\r\n", row("=1+1", "+1", "-1", "@SUM(A1)", "\tx"));
        assertEquals("\"'\rx\",\"'=HYPERLINK(\"\"http://x\"\",1)\"\r\n", row("\rx", "=HYPERLINK(\"http://x\",1)"));
        assertEquals("'=a;b\r\n", row(List.of("=a", "b")));
    }

    @Test
    void leavesNumbersFlagsTimesAndAddressesAlone() throws IOException {
        assertEquals(
                "-5,true,2026-11-23T10:00:00Z,10.0.0.1;2001:db8::1\r\n",
                row(-5L, true, Instant.parse("2026-11-23T10:00:00Z"), List.of("10.0.0.1", "2001:db8::1")));
    }
}
