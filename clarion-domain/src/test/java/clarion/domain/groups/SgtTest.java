package clarion.domain.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SgtTest {

    @Test
    void holdsSixteenBits() {
        assertEquals("65535", new Sgt(65535).toString());
        assertThrows(IllegalArgumentException.class, () -> new Sgt(65536));
        assertThrows(IllegalArgumentException.class, () -> new Sgt(-1));
    }

    @Test
    void reservedNumbersCannotBeAssigned() {
        assertFalse(Sgt.UNKNOWN.isAssignable());
        assertFalse(new Sgt(1).isAssignable());
        assertTrue(new Sgt(2).isAssignable());
        assertTrue(new Sgt(65519).isAssignable());
        assertFalse(new Sgt(65520).isAssignable());
        assertFalse(Sgt.ANY.isAssignable());
    }
}
