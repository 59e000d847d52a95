package vn.gov.hanoi.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.TreeMap;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.attendance.AttendanceApi.ClosedView;
import vn.gov.hanoi.training.attendance.AttendanceApi.SheetView;
import vn.gov.hanoi.training.attendance.AttendanceApi.SheetsView;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.course.Classes;
import vn.gov.hanoi.training.enrolment.Roster;

/** Shows attendance and how a class ended, to the unit that holds it. */
@ApplicationScoped
class ReadAttendance {
    private final Classes classes;
    private final Roster roster;
    private final AttendanceRepository sheets;

    ReadAttendance(Classes classes, Roster roster, AttendanceRepository sheets) {
        this.classes = classes;
        this.roster = roster;
        this.sheets = sheets;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    SheetsView ofClass(UUID classId, Caller caller) {
        hosted(classId, caller);
        return new SheetsView(
                sheets.ofClass(classId).stream().map(SheetView::summary).toList());
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    ClosedView closed(UUID classId, Caller caller) {
        var of = hosted(classId, caller);
        var counts = new TreeMap<String, Integer>();
        for (var learner : roster.seated(classId)) {
            var outcome = learner.outcome();
            if (outcome != null) {
                counts.merge(outcome.result().name(), 1, Integer::sum);
            }
        }
        return new ClosedView(classId, of.state().name(), counts, of.version());
    }

    private ClassFacts hosted(UUID classId, Caller caller) {
        return classes.find(classId, caller)
                .filter(ClassFacts::hosted)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }
}
