package vn.gov.hanoi.evaluation.unittask;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** What is told of results on evaluation.unit-result; the schemas are schemas/evaluation.unit-result.*.v1.json. */
sealed interface UnitResultEvent {
    UUID resultId();

    UUID unitId();

    default EventDraft draft() {
        var fact =
                switch (this) {
                    case Decided _ -> "decided";
                    case Superseded _ -> "superseded";
                };
        return new EventDraft("evaluation.unit-result", fact, 1, "unit-results", resultId(), unitId(), this);
    }

    /** An authority decided the level of a unit. */
    record Decided(
            UUID resultId,
            UUID unitId,
            String period,
            int revision,
            @Nullable UUID supersedes,
            Grade level,
            String digest,
            String decisionNumber)
            implements UnitResultEvent {}

    /** A level no longer counts: another revision stands in its place. */
    record Superseded(UUID resultId, UUID unitId, String period, int revision, UUID supersededBy)
            implements UnitResultEvent {}

    static UnitResultEvent decided(UnitResult result) {
        var ruled = Objects.requireNonNull(result.ruling());
        return new Decided(
                result.id(),
                result.unitId(),
                result.period().text(),
                result.revision(),
                result.supersedes(),
                ruled.level(),
                ruled.digest(),
                ruled.decision().number());
    }

    static UnitResultEvent superseded(UnitResult before, UnitResult after) {
        return new Superseded(before.id(), before.unitId(), before.period().text(), before.revision(), after.id());
    }
}
