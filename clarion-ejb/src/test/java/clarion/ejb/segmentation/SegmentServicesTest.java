package clarion.ejb.segmentation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentServicesTest {

    /**
     * Payara defines the proxy of a service in a class loader of its own, where a type that only its package may use is
     * none that it may use: the call ends by an IllegalAccessError, after the transaction.
     */
    @Test
    void servicesGiveAndTakeWhatAProxyInAnotherClassLoaderMayUse() {
        for (Class<?> service : List.of(
                SegmentStepService.class,
                SegmentRunService.class,
                SegmentQueryService.class,
                SegmentDecisionService.class,
                SegmentComparisonService.class,
                SgtRecommendationService.class)) {
            for (Method method : service.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    assertUsable(method, method.getReturnType());
                    for (Class<?> type : method.getParameterTypes()) {
                        assertUsable(method, type);
                    }
                }
            }
        }
    }

    private static void assertUsable(Method method, Class<?> type) {
        assertTrue(type.isPrimitive() || Modifier.isPublic(type.getModifiers()), method + " speaks of " + type);
    }
}
