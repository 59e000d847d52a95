package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ContestedResults;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Asked;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.CapUse;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Correction;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Standing;
import vn.gov.hanoi.evaluation.objection.Objection.Ending;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.Outcome;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ResolveRequest;
import vn.gov.hanoi.evaluation.objection.ObjectionGuard.Act;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.Effect;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Resolves an objection (giải quyết kiến nghị). If it is accepted, the contested result is corrected in the same transaction, and a trial
 * shows what that would change; if not, the result stands and the reasons are told.
 */
@ApplicationScoped
class ResolveObjection {
    private static final String DATA = "/data/";

    private final ObjectionDesk desk;
    private final ContestedResults results;
    private final ObjectionJournal journal;
    private final Clock clock;

    ResolveObjection(ObjectionDesk desk, ContestedResults results, ObjectionJournal journal, Clock clock) {
        this.desk = desk;
        this.results = results;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Refusals: those of {@link ObjectionDesk#hold}, objection.result-mismatch, those of the document, text.control-character; if accepted
     * those of {@link ContestedResults#correct}.
     */
    @Transactional
    Answer resolve(UUID id, @Nullable String ifMatch, ResolveRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.RESOLVE, caller);
        var document = request.decision() == null ? null : request.decision().kept();
        Refused.ifAny(faults(request, document));
        var reason = new Reason(
                request.reason().code(), GivenText.kept(request.reason().text()));
        var wanted = request.data().result();
        var correction = wanted == null || document == null
                ? null
                : corrected(
                        held.objection(),
                        new Asked(reason, document, wanted, held.party().resolver()),
                        caller);
        var ending = new Ending(
                caller.subject(),
                held.party().officerId(),
                held.party().delegationId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reason,
                document,
                correction == null ? null : correction.after().evaluationId());
        var state = correction == null ? ObjectionState.RESOLVED_REJECTED : ObjectionState.RESOLVED_ACCEPTED;
        return journal.resolved(
                held.objection().ended(state, ending), correction == null ? List.of() : effects(correction), caller);
    }

    private static List<Refusal> faults(ResolveRequest request, @Nullable Decision document) {
        var outcome = request.data().outcome();
        var found = new ArrayList<Refusal>();
        boolean accepted = outcome == Outcome.ACCEPTED;
        if (accepted != (request.data().result() != null)) {
            found.add(mismatch(outcome, "/data/result"));
        }
        if (accepted && document == null) {
            found.add(mismatch(outcome, "/decision"));
        }
        if (document != null) {
            found.addAll(document.faults("/decision"));
        }
        GivenText.fault("/reason/text", request.reason().text()).ifPresent(found::add);
        return found;
    }

    private static Refusal mismatch(Outcome outcome, String pointer) {
        return Refusal.of(EvaluationProblem.OBJECTION_RESULT_MISMATCH, "outcome", outcome.name())
                .at(pointer);
    }

    /** The correction names places of its own request; here they stand below {@code /data/result}. */
    private Correction corrected(Objection objection, Asked asked, Caller caller) {
        try {
            return results.correct(objection.about().evaluationId(), asked, caller);
        } catch (Refused refused) {
            throw new Refused(
                    refused.refusals().stream().map(ResolveObjection::below).toList());
        }
    }

    private static Refusal below(Refusal refusal) {
        var pointer = refusal.pointer();
        return pointer != null && pointer.startsWith(DATA)
                ? refusal.at("/data/result/" + pointer.substring(DATA.length()))
                : refusal;
    }

    /** The contested result, and the use of the cap if its rules have one. */
    private static List<Effect> effects(Correction correction) {
        var found = new ArrayList<Effect>();
        found.add(new Effect(
                "evaluations/" + correction.before().evaluationId(),
                "SUPERSEDED",
                facts(correction.before()),
                facts(correction.after())));
        var before = correction.capBefore();
        var after = correction.capAfter();
        if (before != null && after != null) {
            found.add(new Effect("closings/" + correction.closingId(), "CAP_USE", facts(before), facts(after)));
        }
        return found;
    }

    private static Map<String, @Nullable Object> facts(Standing standing) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("revision", standing.revision());
        facts.put("outcome", standing.outcome());
        facts.put("grade", standing.grade());
        facts.put("points", standing.points());
        return facts;
    }

    private static Map<String, @Nullable Object> facts(CapUse use) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("ruleSet", use.ruleSet());
        facts.put("grade", use.grade());
        facts.put("rated", use.rated());
        facts.put("allowed", use.allowed());
        facts.put("used", use.used());
        return facts;
    }
}
