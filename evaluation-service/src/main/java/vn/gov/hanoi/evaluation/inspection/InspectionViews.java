package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.gov.hanoi.evaluation.inspection.Inspection.Member;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.ActionView;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.Blocker;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.ConclusionView;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.InspectionView;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.MemberView;
import vn.gov.hanoi.evaluation.inspection.InspectionGuard.Act;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/** Shows inspections to those who may see them, with what each may do. */
@ApplicationScoped
class InspectionViews {
    static final String PATH = "/evaluation/v1/inspections/";

    private final InspectionDesk desk;
    private final InspectionQueries queries;
    private final ProblemTexts texts;

    InspectionViews(InspectionDesk desk, InspectionQueries queries, ProblemTexts texts) {
        this.desk = desk;
        this.queries = queries;
        this.texts = texts;
    }

    /** What the caller sees of an inspection that was just changed. */
    InspectionView full(UUID id, Caller caller) {
        return full(desk.again(id, caller));
    }

    Answer answer(UUID id, Caller caller) {
        var after = desk.again(id, caller);
        return Answer.ok(full(after), after.inspection().rowVersion());
    }

    InspectionView full(InspectionGuard seen) {
        var inspection = seen.inspection();
        var summary = InspectionQueries.summary(inspection, queries.units(List.of(inspection.unitId())));
        var ended = inspection.ended();
        var conclusion = ended == null ? null : ended.conclusion();
        return new InspectionView(
                summary.id(),
                summary.etag(),
                summary.kind(),
                summary.unit(),
                summary.state(),
                summary.windowFrom(),
                summary.windowTo(),
                summary.startedAt(),
                summary.endedAt(),
                inspection.planLineId(),
                inspection.findingId(),
                inspection.mandate(),
                inspection.checklistId(),
                members(inspection),
                conclusion == null
                        ? null
                        : new ConclusionView(
                                conclusion.minutes(), conclusion.conclusion(), conclusion.recommendations()),
                ended == null ? null : ended.reason(),
                Stream.of(Act.values()).map(act -> action(seen, act)).toList());
    }

    private List<MemberView> members(Inspection inspection) {
        var sitting = inspection.sitting();
        var names = queries.officers(sitting.stream().map(Member::officerId).toList());
        return sitting.stream()
                .map(member -> new MemberView(Objects.requireNonNull(names.get(member.officerId())), member.role()))
                .toList();
    }

    private ActionView action(InspectionGuard seen, Act act) {
        var blocked = seen.refusals(act).stream().map(this::blocker).toList();
        return new ActionView(
                act.verb(), PATH + seen.inspection().id() + act.path(), blocked.isEmpty(), act.needs(), blocked);
    }

    Blocker blocker(Refusal refusal) {
        return new Blocker(
                refusal.code().code(), refusal.args(), texts.detail(refusal.code(), refusal.args(), Locale.of("vi")));
    }
}
