package vn.gov.hanoi.selection.sanction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.selection.condition.Facts;

/** The door of this room for those who judge candidates. */
@ApplicationScoped
public class Sanctions {
    private final SanctionRepository sanctions;

    Sanctions(SanctionRepository sanctions) {
        this.sanctions = sanctions;
    }

    /** All that sanctions forbid or forbade an officer, as they were told. */
    public List<Facts.Ban> bans(UUID officerId) {
        return sanctions.of(officerId).bans();
    }
}
