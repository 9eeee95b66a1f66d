package clarion.pxgrid.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {

    @ParameterizedTest
    @Tag("pxgrid-26")
    @CsvSource({
        "2020-10-02T16:41:03.984-04:00, 2020-10-02T20:41:03.984Z",
        "2020-10-02T16:41:03.984+05:45, 2020-10-02T10:56:03.984Z",
        "2020-04-14T11:45:19.217Z, 2020-04-14T11:45:19.217Z",
        "2020-04-14T11:45:19.217z, 2020-04-14T11:45:19.217Z",
        "2020-04-14T11:45:19Z, 2020-04-14T11:45:19Z",
        "2020-04-14T11:45Z, 2020-04-14T11:45:00Z",
        "2020-04-14T11:45:19.2-0430, 2020-04-14T16:15:19.200Z",
        "2020-04-14T11:45:19.123456789+01, 2020-04-14T10:45:19.123456Z",
        "' 2020-04-14T11:45:19.000-00:30 ', 2020-04-14T12:15:19Z"
    })
    void readsEveryFormAsTheSameKindOfInstant(String text, Instant instant) {
        assertEquals(instant, WireTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2020-04-14T11:45:19.217",
                "2020-02-30T11:45:19.217Z",
                "2020-04-14T25:45:19.217Z",
                "2020-04-14T11:45:60.217Z",
                "2020-04-14T11:45:19.217+19:00",
                "2020-04-14T11:45:19.217-04:60",
                "2020-04-14 11:45:19.217Z",
                "1969-12-31T23:59:59.999Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThrows(IllegalArgumentException.class, () -> WireTime.parse(text));
    }
}
