package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The door of this room: what the written round came to. */
@ApplicationScoped
public class Written {
    /** One for each candidate who was to sit; empty before two persons have opened the codes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<WrittenResult> results(UUID roundId) {
        return List.of();
    }

    /** All marks with their sheets, by the code of the script; empty before they are published. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PublicMark> publicMarks(UUID roundId) {
        return List.of();
    }
}
