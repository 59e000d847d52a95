package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door of this room: what the written round came to. */
@ApplicationScoped
public class Written {
    private final StandinQueries standin;

    Written(StandinQueries standin) {
        this.standin = standin;
    }

    /** Empty when nothing can change by an objection any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LocalDate> openUntil(UUID roundId) {
        return Optional.empty();
    }

    /** One for each candidate who was to sit; empty before two persons have opened the codes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<WrittenResult> results(UUID roundId) {
        return standin.of(roundId);
    }

    /** All marks with their sheets, by the code of the script; empty before they are published. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PublicMark> publicMarks(UUID roundId) {
        return List.of();
    }
}
