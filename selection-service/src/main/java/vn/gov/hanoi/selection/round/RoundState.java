package vn.gov.hanoi.selection.round;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.vacancy.Announcement;

/** How far a round has come. Receiving and eligibility check are not stored: they follow from the days of the announcement. */
public enum RoundState {
    DRAFT,
    APPROVED_PLAN,
    ANNOUNCED,
    /** Dossiers are taken; the first and the last day included. */
    RECEIVING,
    ELIGIBILITY_CHECK,
    LIST_PUBLISHED,
    /** A post has fewer eligible candidates than needed (2424/BNV-CCVC: at least two). */
    SUSPENDED_LT_2,
    CANCELLED;

    /** The state on a day of a round that is stored in this state. */
    RoundState on(LocalDate day, @Nullable Announcement announcement) {
        if (this != ANNOUNCED || announcement == null || day.isBefore(announcement.dossiersFrom())) {
            return this;
        }
        return day.isAfter(announcement.dossiersTo()) ? ELIGIBILITY_CHECK : RECEIVING;
    }
}
