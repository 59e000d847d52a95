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
    /** The written papers are collected; who came and what happened in the room is recorded. */
    ROUND1_HELD,
    /** Every script has its mark, and two persons have opened the codes. */
    ROUND1_MARKED,
    /** Candidates know their written marks and may object. */
    ROUND1_PUBLISHED,
    /** The order of the defences is drawn. */
    ROUND2_HELD,
    /** All sheets of the defences are opened. */
    ROUND2_SCORED,
    RESULT_APPROVED,
    RESULT_PUBLISHED,
    /** Every post has somebody appointed, or nobody. */
    CLOSED,
    CANCELLED;

    /** The state on a day of a round that is stored in this state. */
    RoundState on(LocalDate day, @Nullable Announcement announcement) {
        if (this != ANNOUNCED || announcement == null || day.isBefore(announcement.dossiersFrom())) {
            return this;
        }
        return day.isAfter(announcement.dossiersTo()) ? ELIGIBILITY_CHECK : RECEIVING;
    }
}
