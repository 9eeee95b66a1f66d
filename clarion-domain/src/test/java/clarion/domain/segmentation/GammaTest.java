package clarion.domain.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GammaTest {

    @Test
    void isTheLogarithmOfTheFactorialBefore() {
        double factorial = 1;
        for (int n = 1; n <= 25; n++) {
            assertEquals(Math.log(factorial), Gamma.log(n), 1e-9, "at " + n);
            factorial *= n;
        }
    }

    @Test
    void isRightBetweenWholeNumbersAndBelowOne() {
        assertEquals(Math.log(Math.sqrt(Math.PI)), Gamma.log(0.5), 1e-9);
        assertEquals(Math.log(Math.sqrt(Math.PI) / 2), Gamma.log(1.5), 1e-9);
        assertEquals(4.599479878042022, Gamma.log(0.01), 1e-9);
    }
}
