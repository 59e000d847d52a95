package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Inspection.Conclusion;
import vn.gov.hanoi.evaluation.inspection.Inspection.Ended;
import vn.gov.hanoi.evaluation.inspection.Inspection.State;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.AnswerRequest;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.ConcludeData;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.ConcludeRequest;
import vn.gov.hanoi.evaluation.inspection.InspectionGuard.Act;
import vn.gov.hanoi.evaluation.inspection.InspectionRepository.Answered;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Concludes an inspection: minutes, conclusion, recommendations, and an answer to each question (biên bản, kết luận, kiến nghị). */
@ApplicationScoped
class ConcludeInspection {
    private final InspectionDesk desk;
    private final ChecklistRepository checklists;
    private final InspectionRepository inspections;
    private final InspectionJournal journal;
    private final InspectionViews views;
    private final Clock clock;

    ConcludeInspection(
            InspectionDesk desk,
            ChecklistRepository checklists,
            InspectionRepository inspections,
            InspectionJournal journal,
            InspectionViews views,
            Clock clock) {
        this.desk = desk;
        this.checklists = checklists;
        this.inspections = inspections;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
    }

    /** Refusals: those of {@link InspectionDesk#hold}, text.control-character, inspection.answers-incomplete. */
    @Transactional
    Answer conclude(UUID id, @Nullable String ifMatch, ConcludeRequest request, Caller caller) {
        var inspection = desk.hold(id, ifMatch, Act.CONCLUDE, caller).inspection();
        var data = request.data();
        Refused.ifAny(faults(data));
        var answers = answers(inspection.checklistId(), data);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var after = inspection.ended(
                State.CONCLUDED,
                new Ended(
                        now,
                        null,
                        new Conclusion(
                                GivenText.kept(data.minutes()),
                                GivenText.kept(data.conclusion()),
                                GivenText.kept(data.recommendations()))));
        inspections.save(after, caller.subject(), now);
        inspections.answer(id, answers);
        journal.record(
                "conclude",
                after,
                Map.of("recommendations", data.recommendations().size()),
                caller);
        return views.answer(id, caller);
    }

    private static List<Refusal> faults(ConcludeData data) {
        var found = new ArrayList<Refusal>();
        GivenText.fault("/data/minutes", data.minutes()).ifPresent(found::add);
        GivenText.fault("/data/conclusion", data.conclusion()).ifPresent(found::add);
        for (int i = 0; i < data.recommendations().size(); i++) {
            GivenText.fault("/data/recommendations/" + i, data.recommendations().get(i))
                    .ifPresent(found::add);
        }
        for (int i = 0; i < data.answers().size(); i++) {
            var note = data.answers().get(i).note();
            if (note != null) {
                GivenText.fault("/data/answers/" + i + "/note", note).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Each question of the checklist is answered once, and no other. */
    private List<Answered> answers(UUID checklistId, ConcludeData data) {
        var given = new LinkedHashMap<String, AnswerRequest>();
        data.answers().forEach(each -> given.put(each.item(), each));
        var items = checklists.find(checklistId).orElseThrow().items();
        var asked = items.stream().map(Checklist.Item::code).collect(Collectors.toSet());
        if (!asked.equals(given.keySet()) || given.size() != data.answers().size()) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.INSPECTION_ANSWERS, "items", String.join(", ", new TreeSet<>(asked)))
                            .at("/data/answers"));
        }
        return items.stream()
                .map(item -> {
                    var answer = Objects.requireNonNull(given.get(item.code()));
                    var note = answer.note();
                    return new Answered(
                            item.code(),
                            item.area(),
                            answer.answer().name(),
                            note == null ? null : GivenText.kept(note));
                })
                .toList();
    }
}
