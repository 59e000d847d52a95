package vn.gov.hanoi.evaluation.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.RuleSetKind;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** What is told of a rule set on evaluation.rule-set; the schemas are schemas/evaluation.rule-set.*.v1.json. */
sealed interface RuleSetEvent {
    UUID ruleSetId();

    default EventDraft draft() {
        var fact =
                switch (this) {
                    case Published _ -> "published";
                    case MadeOfficial _ -> "made-official";
                };
        return new EventDraft("evaluation.rule-set", fact, 1, "rule-sets", ruleSetId(), ruleSetId(), this);
    }

    /** A version can be chosen for periods from now on, on trial. */
    record Published(
            UUID ruleSetId,
            String code,
            int version,
            RuleSetKind kind,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String digest)
            implements RuleSetEvent {}

    /** Official ratings may rest on a version from now on. */
    record MadeOfficial(
            UUID ruleSetId, String code, int version, String digest, String decisionNumber, LocalDate decisionSignedOn)
            implements RuleSetEvent {}

    static RuleSetEvent published(UUID id, RuleSetRecord.Head head) {
        return new Published(
                id, head.code(), head.version(), head.kind(), head.effectiveFrom(), head.effectiveTo(), head.digest());
    }

    static RuleSetEvent madeOfficial(UUID id, RuleSetRecord.Head head, RuleSetRecord.Check check) {
        return new MadeOfficial(
                id,
                head.code(),
                head.version(),
                head.digest(),
                check.document().number(),
                check.document().signedOn());
    }
}
