package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Finding.Closed;
import vn.gov.hanoi.evaluation.inspection.Finding.State;
import vn.gov.hanoi.evaluation.inspection.FindingApi.ClaimRequest;
import vn.gov.hanoi.evaluation.inspection.FindingGuard.Act;
import vn.gov.hanoi.evaluation.inspection.FindingRepository.Claim;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** What becomes of a finding: the unit claims, inspectors confirm, reject or take back. */
@ApplicationScoped
class ActOnFinding {
    private final FindingDesk desk;
    private final FindingRepository findings;
    private final FindingJournal journal;
    private final Clock clock;

    ActOnFinding(FindingDesk desk, FindingRepository findings, FindingJournal journal, Clock clock) {
        this.desk = desk;
        this.findings = findings;
        this.journal = journal;
        this.clock = clock;
    }

    /** Refusals: those of {@link FindingDesk#hold}, text.control-character. */
    @Transactional
    Answer claim(UUID id, @Nullable String ifMatch, ClaimRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.CLAIM, caller);
        var data = request.data();
        var evidence = data.evidence() == null ? List.<String>of() : data.evidence();
        var faults = new ArrayList<Refusal>();
        GivenText.fault("/data/description", data.description()).ifPresent(faults::add);
        for (int i = 0; i < evidence.size(); i++) {
            GivenText.fault("/data/evidence/" + i, evidence.get(i)).ifPresent(faults::add);
        }
        Refused.ifAny(faults);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var claim = new Claim(
                GivenText.kept(data.description()),
                GivenText.kept(evidence),
                Objects.requireNonNull(held.part().officerId()),
                held.part().delegationId(),
                now,
                !LocalDate.ofInstant(now, clock.getZone())
                        .isAfter(held.finding().dueOn()),
                null,
                null,
                null);
        findings.claim(id, claim, caller.subject());
        return journal.kept("claim", held.finding().in(State.CLAIMED), caller);
    }

    /**
     * Refusals: those of {@link FindingDesk#hold}, text.control-character.
     *
     * @param act CONFIRM, REJECT or WITHDRAW
     * @param note what was seen, or why it is taken back
     */
    @Transactional
    Answer act(UUID id, @Nullable String ifMatch, Act act, String note, Caller caller) {
        var held = desk.hold(id, ifMatch, act, caller);
        Refused.ifAny(GivenText.fault("/data/note", note).stream().toList());
        var how = new Closed(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS), GivenText.kept(note));
        var after =
                switch (act) {
                    case CONFIRM -> held.finding().closed(State.REMEDIED, how);
                    case REJECT -> held.finding().in(held.rejected());
                    case WITHDRAW -> held.finding().closed(State.WITHDRAWN, how);
                    case CLAIM, RE_INSPECT -> throw new IllegalArgumentException(act.name());
                };
        if (act != Act.WITHDRAW) {
            findings.answer(id, act == Act.CONFIRM ? "CONFIRMED" : "REJECTED", how);
        }
        return journal.kept(act.verb(), after, caller);
    }
}
