package vn.gov.hanoi.training.course;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** Something happened to a class: payload of vn.gov.hanoi.training.class.{fact}.v1. */
record ClassEvent(
        UUID id,
        long version,
        Fact fact,
        int year,
        UUID planLineId,
        UUID unitId,
        @Nullable String courseCode,
        LocalDate startsOn,
        LocalDate endsOn,
        int places) {
    /** What happened; it is the state after it too, apart from CHANGED. */
    enum Fact {
        OPENED,
        CHANGED,
        CANCELLED,
        DELIVERED
    }

    static ClassEvent of(TrainingClass of, Fact fact) {
        return new ClassEvent(
                of.id(),
                of.version(),
                fact,
                of.startsOn().getYear(),
                of.planLineId(),
                of.unitId(),
                of.courseCode(),
                of.startsOn(),
                of.endsOn(),
                of.places());
    }

    EventDraft draft() {
        return new EventDraft("training.class", fact.name().toLowerCase(Locale.ROOT), 1, "classes", id, unitId, this);
    }
}
