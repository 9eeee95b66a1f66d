package clarion.ejb.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DropWindowTest {

    private final DropWindow window = new DropWindow();

    @Test
    void forgetsWhatWasLostFiveMinutesAgo() {
        window.look(0, 0);
        assertEquals(0, window.lately());
        window.look(10_000, 7);
        window.look(60_000, 7);
        window.look(70_000, 10);
        assertEquals(10, window.lately());
        window.look(10_000 + DropWindow.MILLIS - 1, 10);
        assertEquals(10, window.lately());
        window.look(10_000 + DropWindow.MILLIS, 10);
        assertEquals(3, window.lately());
        window.look(70_000 + DropWindow.MILLIS, 10);
        assertEquals(0, window.lately());
    }
}
