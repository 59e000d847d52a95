package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.paper.ExamApi.ExamView;
import vn.gov.hanoi.selection.paper.ExamApi.SchemeView;
import vn.gov.hanoi.selection.paper.PaperApi.PaperView;
import vn.gov.hanoi.selection.paper.PaperApi.PapersView;
import vn.gov.hanoi.selection.paper.SheetApi.ScriptView;
import vn.gov.hanoi.selection.paper.SheetApi.ScriptsView;
import vn.gov.hanoi.selection.paper.SheetApi.SheetView;
import vn.gov.hanoi.selection.paper.SheetApi.SheetsView;

/** Reads of this room. Everybody who may not know of a record is answered as if there were none: resource.not-found. */
@ApplicationScoped
@Transactional
class ReadExam {
    private final ExamDesk exams;
    private final PaperDesk papers;
    private final SheetDesk sheets;
    private final AssignMarkers markers;
    private final Envelopes envelopes;
    private final Views views;

    ReadExam(
            ExamDesk exams,
            PaperDesk papers,
            SheetDesk sheets,
            AssignMarkers markers,
            Envelopes envelopes,
            Views views) {
        this.exams = exams;
        this.papers = papers;
        this.sheets = sheets;
        this.markers = markers;
        this.envelopes = envelopes;
        this.views = views;
    }

    /** How each record is shown. */
    @ApplicationScoped
    static class Views {
        private final ExamViews exams;
        private final PaperViews papers;
        private final SheetViews sheets;

        Views(ExamViews exams, PaperViews papers, SheetViews sheets) {
            this.exams = exams;
            this.papers = papers;
            this.sheets = sheets;
        }
    }

    ExamView exam(UUID id, Caller caller, Locale locale) {
        return views.exams.of(exams.see(id, caller), locale);
    }

    SchemeView scheme(UUID id, Caller caller) {
        return views.exams.scheme(exams.see(id, caller));
    }

    PapersView papers(UUID examId, Caller caller) {
        return views.papers.all(papers.all(examId, caller));
    }

    PaperView paper(UUID id, Caller caller) {
        return views.papers.of(papers.see(id, caller));
    }

    SheetsView sheets(UUID examId, Caller caller, Locale locale) {
        return views.sheets.all(sheets.all(examId, caller), locale);
    }

    SheetView sheet(UUID id, Caller caller, Locale locale) {
        return views.sheets.of(sheets.see(id, caller), locale);
    }

    /** The pages, as a document without any data but the pictures. */
    byte[] pages(UUID sheetId, Caller caller) {
        var script = sheets.see(sheetId, caller).script();
        return envelopes.bytesOf(script.content(), "script", script.id());
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
}
