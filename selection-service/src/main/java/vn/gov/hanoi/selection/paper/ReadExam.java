package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.paper.ExamApi.AgreementView;
import vn.gov.hanoi.selection.paper.ExamApi.ExamView;
import vn.gov.hanoi.selection.paper.ExamApi.KeyView;
import vn.gov.hanoi.selection.paper.ExamApi.SchemeView;
import vn.gov.hanoi.selection.paper.SheetApi.ScriptView;
import vn.gov.hanoi.selection.paper.SheetApi.ScriptsView;
import vn.gov.hanoi.selection.ruleset.Agreement;

/** Reads written rounds and what is derived from them. Everybody who may not know of a record is answered as if there were none: resource.not-found. */
@ApplicationScoped
@Transactional
class ReadExam {
    private final ExamDesk exams;
    private final AssignMarkers markers;
    private final Marks marks;
    private final ExamViews views;

    ReadExam(ExamDesk exams, AssignMarkers markers, Marks marks, ExamViews views) {
        this.exams = exams;
        this.markers = markers;
        this.marks = marks;
        this.views = views;
    }

    ExamView exam(UUID id, Caller caller, Locale locale) {
        return views.of(exams.see(id, caller), locale);
    }

    SchemeView scheme(UUID id, Caller caller) {
        return views.scheme(exams.see(id, caller));
    }

    /** For the head of the board that marks now. */
    ScriptsView scripts(UUID examId, Caller caller) {
        var laid = exams.see(examId, caller);
        var phase = AssignMarkers.phaseOf(laid);
        if (!laid.place().heads().contains(phase.body())) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return new ScriptsView(markers.states(laid, phase).entrySet().stream()
                .map(each -> new ScriptView(each.getKey().id(), each.getKey().code(), each.getValue()))
                .toList());
    }

    /** For who inspects, after the marks were told. */
    AgreementView agreement(UUID examId, Caller caller) {
        var laid = exams.see(examId, caller);
        if (!laid.place().inspector()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var exam = laid.exam();
        var found = Agreement.of(marks.pairs(exam), marks.rules(exam));
        return new AgreementView(
                found.scripts(),
                found.meanDifference(),
                found.deviation(),
                found.withinPercent(),
                found.icc(),
                Stream.of(exam.firstKey(), exam.secondKey())
                        .map(Objects::requireNonNull)
                        .map(key -> new KeyView(key.officer(), Objects.requireNonNull(key.at())))
                        .toList());
    }
}
