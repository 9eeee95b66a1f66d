package clarion.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {
    @Test
    void administratorImpliesEveryRole() {
        assertEquals(Set.copyOf(Roles.ALL), Roles.impliedBy(Roles.ADMINISTRATOR));
    }

    @Test
    void approverIsAViewerButNoAnalyst() {
        assertEquals(Set.of(Roles.VIEWER, Roles.APPROVER), Roles.impliedBy(Roles.APPROVER));
    }

    @Test
    void engineerImpliesAnalystAndViewerButNotApprover() {
        assertEquals(Set.of(Roles.VIEWER, Roles.ANALYST, Roles.ENGINEER), Roles.impliedBy(Roles.ENGINEER));
    }

    @Test
    void rolesOfSeveralGrantsAddUp() {
        assertEquals(
                Set.of(Roles.VIEWER, Roles.ANALYST, Roles.APPROVER),
                Roles.impliedBy(List.of(Roles.ANALYST, Roles.APPROVER)));
    }

    @Test
    void anUnknownRoleGivesNothing() {
        assertEquals(Set.of(), Roles.impliedBy("root"));
        assertFalse(Roles.isRole("Viewer"));
    }

    @Test
    void aCapNeverGivesMoreThanTheOwnerHas() {
        assertEquals(Set.of(Roles.VIEWER), Roles.capped(List.of(Roles.APPROVER), Roles.ANALYST));
        assertEquals(Set.of(Roles.VIEWER), Roles.capped(List.of(Roles.VIEWER), Roles.ADMINISTRATOR));
        assertEquals(Set.of(Roles.VIEWER, Roles.ANALYST), Roles.capped(List.of(Roles.ADMINISTRATOR), Roles.ANALYST));
    }
}
