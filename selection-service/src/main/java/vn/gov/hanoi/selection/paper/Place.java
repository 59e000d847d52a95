package vn.gov.hanoi.selection.paper;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.council.Panels.Body;

/**
 * What somebody has to do with a written round.
 *
 * @param officer officer that the caller is; null if none
 * @param subject of the token
 * @param sits boards and council in which the officer sits; none for a candidate
 * @param heads those of which the officer is the head
 * @param personnel whether the officer handles the applications of the round
 * @param approver whether the caller decides for the managing level
 * @param inspector whether the caller may look into the conduct after the publication
 * @param candidate whether the officer stands or stood in the round
 */
record Place(
        @Nullable UUID officer,
        String subject,
        Set<Body> sits,
        Set<Body> heads,
        boolean personnel,
        boolean approver,
        boolean inspector,
        boolean candidate) {
    Place {
        sits = Set.copyOf(sits);
        heads = Set.copyOf(heads);
    }

    /** Whether the caller may know that there is a written round. */
    boolean knows() {
        return !sits.isEmpty() || personnel || approver || inspector;
    }
}
