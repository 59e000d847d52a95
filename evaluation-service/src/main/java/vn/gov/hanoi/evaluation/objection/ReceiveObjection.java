package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.gov.hanoi.evaluation.monthly.ContestedResults;
import vn.gov.hanoi.evaluation.objection.Objection.About;
import vn.gov.hanoi.evaluation.objection.Objection.Said;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ReceiveRequest;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Receives an objection (tiếp nhận kiến nghị) of the subject of a published result, and computes its last day. */
@ApplicationScoped
class ReceiveObjection {
    private final ContestedResults results;
    private final PartyQueries parties;
    private final Filings filings;
    private final ObjectionJournal journal;
    private final Clock clock;

    ReceiveObjection(
            ContestedResults results, PartyQueries parties, Filings filings, ObjectionJournal journal, Clock clock) {
        this.results = results;
        this.parties = parties;
        this.filings = filings;
        this.journal = journal;
        this.clock = clock;
    }

    /** Refusals: scope.unit-unknown, resource.not-found, those of {@link Filing#refusals}, text.control-character. */
    @Transactional
    Answer receive(ReceiveRequest request, Caller caller) {
        // Shared, so that a lock of the closing either sees the objection or comes before it.
        var result = results.share(request.evaluationId(), caller);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean own = parties.officer(caller).filter(result.officerId()::equals).isPresent();
        var filing = filings.of(result, own, LocalDate.ofInstant(now, clock.getZone()));
        Refused.ifAny(filing.refusals());
        var evidence = request.evidence() == null ? List.<String>of() : request.evidence();
        Refused.ifAny(faults(request.grounds(), evidence));
        var objection = new Objection(
                Ids.next(),
                new About(
                        result.id(),
                        result.closingId(),
                        result.period(),
                        result.officerId(),
                        result.unitId(),
                        result.ratingUnitId()),
                new Said(GivenText.kept(request.grounds()), GivenText.kept(evidence), caller.subject(), now),
                filing.deadlines(),
                ObjectionState.RECEIVED,
                null,
                1);
        return journal.received(objection, caller);
    }

    private static List<Refusal> faults(String grounds, List<String> evidence) {
        var found = new ArrayList<Refusal>();
        GivenText.fault("/grounds", grounds).ifPresent(found::add);
        for (int i = 0; i < evidence.size(); i++) {
            GivenText.fault("/evidence/" + i, evidence.get(i)).ifPresent(found::add);
        }
        return found;
    }
}
