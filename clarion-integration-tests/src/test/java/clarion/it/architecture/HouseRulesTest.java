package clarion.it.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the rules against the product, and a small house that breaks every rule against the rules. */
class HouseRulesTest {

    private static final String[] ROOTS = {"clarion.domain", "clarion.pxgrid", "clarion.ejb", "clarion.web"};

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOTS);

    private static final JavaClasses RUIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("/ruin/"))
            .importPackages(ROOTS);

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRule() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> theRuinBreaksTheRule() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertTrue(
                                rule.getValue().evaluate(RUIN).hasViolation(),
                                "a rule that nothing breaks proves nothing")));
    }

    @Test
    void theRulesSeeTheWholeProduct() {
        Set<String> seen = new TreeSet<>();
        PRODUCT.forEach(type -> seen.add(String.join(".", firstTwo(type.getPackageName()))));
        assertEquals(Set.of(ROOTS), seen);
        assertTrue(PRODUCT.size() > 200, () -> "only " + PRODUCT.size() + " classes");
    }

    @Test
    void everyRuleSaysWhy() {
        assertAll(HouseRules.all().values().stream()
                .map(ArchRule::getDescription)
                .map(text -> () -> assertTrue(text.contains(", because "), text)));
    }

    private static String[] firstTwo(String packageName) {
        String[] parts = packageName.split("\\.");
        return new String[] {parts[0], parts[1]};
    }
}
