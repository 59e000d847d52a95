package vn.gov.hanoi.selection.sanction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.sanctioncopy.CheckSanctions;
import vn.gov.hanoi.selection.condition.Facts;

/** The door of this room for those who judge candidates. */
@ApplicationScoped
public class Sanctions {
    private final CheckSanctions sanctions;

    Sanctions(CheckSanctions sanctions) {
        this.sanctions = sanctions;
    }

    /** All that is or was forbidden to an officer, as it was told. */
    public List<Facts.Ban> bans(UUID officerId) {
        return sanctions.all(officerId).stream()
                .map(held ->
                        new Facts.Ban(held.caseId(), held.revision(), held.kind(), held.effectiveOn(), held.lastDay()))
                .toList();
    }
}
