package vn.gov.hanoi.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.attendance.AttendanceApi.LearnerOutcome;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.course.ClassRules;
import vn.gov.hanoi.training.course.Classes;
import vn.gov.hanoi.training.enrolment.Outcome;
import vn.gov.hanoi.training.enrolment.Outcome.Result;
import vn.gov.hanoi.training.enrolment.Roster;
import vn.gov.hanoi.training.enrolment.Roster.Seated;

/** Ends a class in one act, after which every learner has an outcome. */
@ApplicationScoped
class CloseClass {
    private final Classes classes;
    private final Roster roster;
    private final AttendanceRepository sheets;
    private final ClassRules rules = ClassRules.shipped();

    CloseClass(Classes classes, Roster roster, AttendanceRepository sheets) {
        this.classes = classes;
        this.roster = roster;
        this.sheets = sheets;
    }

    /**
     * Refusals: resource.not-found, those of {@link Classes#refusalsOfClosing}, precondition.required, precondition.failed; of the
     * outcomes: training.learner-unknown, training.learner-twice, those of {@link Roster#refusals}, training.outcomes-missing,
     * training.attendance-missing, training.attendance-too-low.
     *
     * @param given outcomes that were not recorded before, or take the place of those that were
     */
    @Transactional
    void close(UUID classId, @Nullable String ifMatch, List<LearnerOutcome> given, Caller caller) {
        see(classId, caller);
        var of = classes.hold(classId, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, of.version());
        Refused.ifAny(classes.refusalsOfClosing(of, caller));
        var seated =
                roster.seated(classId).stream().collect(Collectors.toMap(Seated::enrolmentId, Function.identity()));
        var said = outcomes(of, given, seated, caller);
        complete(of, seated, said);
        roster.finish(of, said, caller);
        classes.deliver(of, caller);
    }

    /** Refusals: resource.not-found. */
    @Transactional
    void see(UUID classId, Caller caller) {
        if (classes.find(classId, caller).isEmpty()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
    }

    private Map<UUID, Outcome> outcomes(
            ClassFacts of, List<LearnerOutcome> given, Map<UUID, Seated> seated, Caller caller) {
        var found = new ArrayList<Refusal>();
        var said = new HashMap<UUID, Outcome>();
        for (int i = 0; i < given.size(); i++) {
            var each = given.get(i);
            var place = "/outcomes/" + i;
            var learner = seated.get(each.enrolmentId());
            if (learner == null) {
                found.add(Refusal.of(TrainingProblem.LEARNER_UNKNOWN).at(place + "/enrolmentId"));
                continue;
            }
            if (said.putIfAbsent(each.enrolmentId(), each.said()) != null) {
                found.add(Refusal.of(TrainingProblem.LEARNER_TWICE).at(place + "/enrolmentId"));
            }
            found.addAll(roster.refusals(of, learner, each.said(), caller, place));
        }
        Refused.ifAny(found);
        return said;
    }

    private void complete(ClassFacts of, Map<UUID, Seated> seated, Map<UUID, Outcome> said) {
        var all = new HashMap<UUID, Outcome>();
        seated.forEach((id, learner) -> {
            var outcome = said.getOrDefault(id, learner.outcome());
            if (outcome != null) {
                all.put(id, outcome);
            }
        });
        if (all.size() < seated.size()) {
            throw new Refused(Refusal.of(TrainingProblem.OUTCOMES_MISSING, "missing", seated.size() - all.size())
                    .at("/outcomes"));
        }
        if (of.minimumAttendancePercent() != null) {
            Refused.ifAny(attended(of, all));
        }
    }

    private List<Refusal> attended(ClassFacts of, Map<UUID, Outcome> all) {
        var hours = of.timetable().hours();
        var marked = sheets.ofClass(of.id());
        var missing = hours.keySet().stream()
                .filter(day -> marked.stream().noneMatch(each -> each.day().equals(day)))
                .count();
        if (missing > 0) {
            return List.of(Refusal.of(TrainingProblem.ATTENDANCE_MISSING, "days", missing));
        }
        var minimum = java.util.Objects.requireNonNull(of.minimumAttendancePercent());
        var found = new ArrayList<Refusal>();
        all.forEach((learner, outcome) -> {
            var presence = Presence.of(hours, counts(marked, learner));
            if (outcome.result() == Result.PASSED && !presence.reaches(minimum)) {
                found.add(Refusal.of(
                                TrainingProblem.ATTENDANCE_TOO_LOW,
                                "percent",
                                presence.percent(),
                                "minimum",
                                minimum,
                                "enrolmentId",
                                learner.toString())
                        .at("/outcomes"));
            }
        });
        return found;
    }

    private Map<LocalDate, Boolean> counts(List<AttendanceSheet> marked, UUID learner) {
        var counts = new HashMap<LocalDate, Boolean>();
        for (var sheet : marked) {
            var mark = sheet.marks().get(learner);
            counts.put(
                    sheet.day(),
                    mark != null
                            && rules.mark(mark)
                                    .map(ClassRules.AttendanceMark::counts)
                                    .orElse(false));
        }
        return counts;
    }
}
