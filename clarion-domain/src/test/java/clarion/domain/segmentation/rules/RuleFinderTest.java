package clarion.domain.segmentation.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.segmentation.rules.Condition.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleFinderTest {

    private final List<Subject> subjects = new ArrayList<>();

    private RuleFinderTest crowd(int size, boolean inside, Condition... conditions) {
        for (int i = 0; i < size; i++) {
            subjects.add(new Subject("e" + subjects.size(), inside, Set.of(conditions)));
        }
        return this;
    }

    private static Condition profile(String value) {
        return new Condition(Attribute.ENDPOINT_PROFILE, value);
    }

    private static Condition group(String value) {
        return new Condition(Attribute.AD_GROUP, value);
    }

    private Rule find() {
        return new RuleFinder(subjects).find();
    }

    @Test
    void findsTheOneConditionThatTellsMembersFromOthers() {
        crowd(20, true, profile("Camera")).crowd(5, true).crowd(30, false, profile("Phone"));
        Rule rule = find();
        assertEquals(1, rule.clauses().size());
        assertEquals(
                "EndPoints:EndPointPolicy EQUALS Camera", rule.clauses().get(0).text());
        assertEquals(20, rule.caught());
        assertEquals(5, rule.missed());
        assertEquals(0, rule.wrong());
        assertEquals(List.of("e20", "e21", "e22", "e23", "e24"), rule.missedExamples());
        assertFalse(rule.isOfUsers());
    }

    @Test
    void takesBothConditionsWhereOneAloneCatchesOthers() {
        crowd(20, true, group("Finance"), profile("Laptop"))
                .crowd(40, false, group("Sales"), profile("Laptop"))
                .crowd(15, false, group("Finance"), profile("Phone"));
        Rule rule = find();
        assertEquals(
                "AD:ExternalGroups EQUALS Finance AND EndPoints:EndPointPolicy EQUALS Laptop",
                rule.clauses().get(0).text());
        assertEquals(1, rule.quality());
        assertTrue(rule.isOfUsers());
    }

    @Test
    void takesAClauseForEachKindOfMemberAndOneConditionWhereThatIsEnough() {
        crowd(20, true, profile("Axis"), group("Video"))
                .crowd(10, true, profile("Hanwha"))
                .crowd(30, false, profile("Phone"));
        Rule rule = find();
        assertEquals(2, rule.clauses().size());
        assertEquals(1, rule.clauses().get(0).conditions().size());
        assertEquals(30, rule.caught());
        assertEquals(20, rule.clauses().get(0).caught());
        assertEquals(10, rule.clauses().get(0).missed());
    }

    @Test
    void saysWhoWouldWronglyGetIt() {
        crowd(20, true, profile("Camera")).crowd(3, false, profile("Camera"));
        Rule rule = find();
        assertEquals(3, rule.wrong());
        assertEquals(List.of("e20", "e21", "e22"), rule.wrongExamples());
        assertEquals(20 / 23.0, rule.precision());
        assertEquals(1, rule.recall());
    }

    @Test
    void hasNoRuleWhereEveryConditionCatchesMoreOthersThanItIsWorth() {
        crowd(10, true, profile("Laptop")).crowd(40, false, profile("Laptop"));
        Rule rule = find();
        assertEquals(List.of(), rule.clauses());
        assertEquals(10, rule.missed());
        assertEquals(0, rule.quality());
        assertEquals(List.of(), new RuleFinder(List.of()).find().clauses());
    }
}
