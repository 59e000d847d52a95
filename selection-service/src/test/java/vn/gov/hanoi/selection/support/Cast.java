package vn.gov.hanoi.selection.support;

import java.util.UUID;
import vn.gov.hanoi.kernel.testing.Tokens;

/**
 * Who plays in a round: a department with a division, two personnel officers, and tokens of the officials.
 *
 * @param first personnel officer, who enters applications
 * @param second personnel officer, who decides about what the first entered
 */
public record Cast(Org.Unit department, Org.Unit division, UUID first, UUID second) {
    public static Cast assemble() {
        var department = Org.department();
        return new Cast(department, Org.division(department), Org.officer(department), Org.officer(department));
    }

    public String organiser() {
        return Org.organiser(department);
    }

    public String approver() {
        return token("approver", null, "selection-reader", "selection-approver");
    }

    public String personnel() {
        return personnel(first);
    }

    public String otherPersonnel() {
        return personnel(second);
    }

    public String personnel(UUID officer) {
        return token("personnel-" + officer, officer, "selection-reader", "selection-personnel");
    }

    /** A person without any unit of one's own to look into. */
    public static String candidate(UUID officer) {
        return Tokens.user("candidate-" + officer)
                .officer(code(officer))
                .roles("selection-candidate")
                .token();
    }

    public static String code(UUID officer) {
        return "CB" + officer.toString().substring(0, 8);
    }

    private String token(String name, @org.jspecify.annotations.Nullable UUID officer, String... roles) {
        var tokens = Tokens.user(name + "-" + department.code())
                .unit(department.code())
                .roles(roles);
        return (officer == null ? tokens : tokens.officer(code(officer))).token();
    }
}
