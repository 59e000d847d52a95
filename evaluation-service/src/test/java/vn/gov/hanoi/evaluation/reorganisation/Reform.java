package vn.gov.hanoi.evaluation.reorganisation;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.evaluation.support.Units;

/** Reorganisations as tests of other rooms need them. */
public final class Reform {
    /** A day that is past. */
    public static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    public static final String PATH = Plans.PATH;

    private Reform() {}

    /** A plan that renames a unit, as a request. */
    public static Map<String, ?> request(Units.Unit unit) {
        return Plans.on(DAY).alter(unit.id(), "name", "Phòng Đổi Tên").request();
    }

    /** Drafts a plan that renames a unit. */
    public static Response draft(String token, Units.Unit unit) {
        return Plans.on(DAY).alter(unit.id(), "name", "Phòng Đổi Tên").post(token);
    }

    /** Dissolves a unit below another and gives its posts to successors by shares. */
    public static void split(Units.Unit above, Units.Unit gone, Map<UUID, String> shares) {
        var plan = Plans.on(DAY).dissolve(gone.id()).place(gone.id(), "SHARE");
        shares.forEach((to, share) -> plan.succeed(gone.id(), to, share));
        plan.applied(Units.editor(above), Plans.approver(above));
    }

    /** The same, and another unit is renamed on that day. */
    public static void splitAndRename(
            Units.Unit above, Units.Unit gone, Map<UUID, String> shares, Units.Unit renamed, String name) {
        var plan = Plans.on(DAY).dissolve(gone.id()).place(gone.id(), "SHARE").alter(renamed.id(), "name", name);
        shares.forEach((to, share) -> plan.succeed(gone.id(), to, share));
        plan.applied(Units.editor(above), Plans.approver(above));
    }
}
