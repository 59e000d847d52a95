package vn.gov.hanoi.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.attendance.AttendanceApi.MarkView;
import vn.gov.hanoi.training.attendance.AttendanceApi.SheetRequest;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.course.ClassRules;
import vn.gov.hanoi.training.course.ClassState;
import vn.gov.hanoi.training.course.Classes;
import vn.gov.hanoi.training.enrolment.Roster;
import vn.gov.hanoi.training.enrolment.Roster.Seated;

/** Records who was there on a class day, and corrects it while the class runs. */
@ApplicationScoped
class RecordAttendance {
    private final Classes classes;
    private final Roster roster;
    private final AttendanceRepository sheets;
    private final AuditTrail audit;
    private final Scopes scopes;
    private final Clock clock;
    private final ClassRules rules = ClassRules.shipped();

    RecordAttendance(
            Classes classes, Roster roster, AttendanceRepository sheets, AuditTrail audit, Scopes scopes, Clock clock) {
        this.classes = classes;
        this.roster = roster;
        this.sheets = sheets;
        this.audit = audit;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Refusals: training.class-unknown, scope.outside, training.class-wrong-state, training.not-a-class-day, training.day-to-come,
     * training.attendance-sheet-exists, and those of the marks: training.learner-unknown, training.learner-twice, training.mark-unknown,
     * training.marks-missing, authority.own-act.
     */
    @Transactional
    AttendanceSheet record(SheetRequest request, Caller caller) {
        var of = classes.hold(request.classId(), caller)
                .orElseThrow(() -> new Refused(Refusal.of(
                                TrainingProblem.CLASS_UNKNOWN,
                                "class",
                                request.classId().toString())
                        .at("/classId")));
        Refused.ifAny(refusals(of, request.day()));
        if (sheets.ofClass(of.id()).stream().anyMatch(each -> each.day().equals(request.day()))) {
            throw new Refused(Refusal.of(TrainingProblem.SHEET_EXISTS).at("/day"));
        }
        var sheet = new AttendanceSheet(Ids.next(), 1, of.id(), request.day(), marks(of, request.marks(), caller));
        sheets.insert(sheet, caller);
        tell("attendance.record", of, sheet, caller);
        return sheet;
    }

    /** Refusals: those of {@link #record}, and resource.not-found, precondition.required, precondition.failed. */
    @Transactional
    AttendanceSheet correct(UUID id, @Nullable String ifMatch, List<MarkView> marks, Caller caller) {
        var classId = see(id, caller).classId();
        var of = classes.hold(classId, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var present = sheets.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, present.version());
        Refused.ifAny(refusals(of, present.day()));
        var corrected =
                new AttendanceSheet(id, present.version() + 1, classId, present.day(), marks(of, marks, caller));
        sheets.update(corrected);
        tell("attendance.correct", of, corrected, caller);
        return corrected;
    }

    /** Refusals: scope.unit-unknown; resource.not-found, also of a class that the caller's units do not hold. */
    @Transactional
    AttendanceSheet see(UUID id, Caller caller) {
        scopes.of(caller);
        return sheets.find(id)
                .filter(sheet -> classes.find(sheet.classId(), caller)
                        .filter(ClassFacts::hosted)
                        .isPresent())
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private List<Refusal> refusals(ClassFacts of, LocalDate day) {
        if (!of.hosted()) {
            return List.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE).at("/classId"));
        }
        if (of.state() != ClassState.RUNNING) {
            return List.of(Refusal.of(
                            TrainingProblem.CLASS_WRONG_STATE,
                            "state",
                            of.state().name())
                    .at("/classId"));
        }
        if (!of.timetable().days().contains(day)) {
            return List.of(Refusal.of(TrainingProblem.NOT_A_CLASS_DAY, "day", day.toString())
                    .at("/day"));
        }
        return day.isAfter(LocalDate.now(clock))
                ? List.of(Refusal.of(TrainingProblem.DAY_TO_COME, "day", day.toString())
                        .at("/day"))
                : List.of();
    }

    /** One for each learner with a seat. */
    private Map<UUID, String> marks(ClassFacts of, List<MarkView> given, Caller caller) {
        var seated =
                roster.seated(of.id()).stream().collect(Collectors.toMap(Seated::enrolmentId, Function.identity()));
        var found = new ArrayList<Refusal>();
        var marks = new HashMap<UUID, String>();
        for (int i = 0; i < given.size(); i++) {
            var mark = given.get(i);
            var place = "/marks/" + i;
            var learner = seated.get(mark.enrolmentId());
            if (learner == null) {
                found.add(Refusal.of(TrainingProblem.LEARNER_UNKNOWN).at(place + "/enrolmentId"));
            } else if (learner.officerCode().equals(caller.officerCode())) {
                found.add(Refusal.of(KernelProblem.OWN_ACT).at(place));
            } else if (marks.putIfAbsent(mark.enrolmentId(), mark.mark()) != null) {
                found.add(Refusal.of(TrainingProblem.LEARNER_TWICE).at(place + "/enrolmentId"));
            }
            if (rules.mark(mark.mark()).isEmpty()) {
                found.add(Refusal.of(TrainingProblem.MARK_UNKNOWN, "mark", mark.mark())
                        .at(place + "/mark"));
            }
        }
        if (found.isEmpty() && marks.size() < seated.size()) {
            found.add(Refusal.of(TrainingProblem.MARKS_MISSING, "missing", seated.size() - marks.size())
                    .at("/marks"));
        }
        Refused.ifAny(found);
        return marks;
    }

    private void tell(String action, ClassFacts of, AttendanceSheet sheet, Caller caller) {
        var details = Map.of(
                "classId",
                of.id(),
                "day",
                sheet.day().toString(),
                "marks",
                sheet.marks().size());
        audit.record(caller, new AuditTrail.Act(action, "attendance-sheets", sheet.id(), of.unitId(), details));
    }
}
