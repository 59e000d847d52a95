package vn.gov.hanoi.selection.paper;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.selection.application.ApplicationApi.OfficerRef;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.application.PersonQueries;
import vn.gov.hanoi.selection.paper.Marks.Opened;
import vn.gov.hanoi.selection.paper.PaperApi.MarkView;
import vn.gov.hanoi.selection.paper.PaperApi.PaperView;
import vn.gov.hanoi.selection.paper.PaperApi.PapersView;
import vn.gov.hanoi.selection.paper.PaperApi.ViolationView;
import vn.gov.hanoi.selection.paper.PaperDesk.Relation;
import vn.gov.hanoi.selection.ruleset.WrittenRules;

/** Shows papers, each as far as the caller may know it. Inside the transaction that loaded them. */
@ApplicationScoped
class PaperViews {
    private final ExamRepository papers;
    private final ApplicationDesk applications;
    private final PersonQueries persons;
    private final Envelopes envelopes;
    private final Marks marks;

    PaperViews(
            ExamRepository papers,
            ApplicationDesk applications,
            PersonQueries persons,
            Envelopes envelopes,
            Marks marks) {
        this.papers = papers;
        this.applications = applications;
        this.persons = persons;
        this.envelopes = envelopes;
        this.marks = marks;
    }

    PapersView all(List<PaperDesk.Laid> laid) {
        return new PapersView(laid.stream().map(this::of).toList());
    }

    PaperView of(PaperDesk.Laid laid) {
        var paper = laid.paper();
        boolean numbersOnly = laid.relation() == Relation.CODES;
        return new PaperView(
                paper.id(),
                Etags.of(paper.version()),
                paper.examId(),
                paper.number(),
                paper.room(),
                numbersOnly ? null : paper.applicationId(),
                numbersOnly ? null : person(paper),
                paper.attendance(),
                paper.minutesLate(),
                paper.handedIn(),
                numbersOnly ? List.of() : violations(paper),
                marks(laid),
                paper.version());
    }

    private @Nullable OfficerRef person(Paper paper) {
        return applications
                .find(paper.applicationId())
                .map(each -> persons.person(each.officerId()))
                .orElse(null);
    }

    private List<ViolationView> violations(Paper paper) {
        return papers.incidents(paper.id()).stream()
                .map(each -> new ViolationView(
                        each.kind(),
                        envelopes
                                .open(
                                        each.content(),
                                        "paper-violation",
                                        each.id(),
                                        new TypeReference<Incident.Record>() {})
                                .text(),
                        each.recordedAt()))
                .toList();
    }

    /** Only of marks that are told; those of the second marking are written when they are. */
    private List<MarkView> marks(PaperDesk.Laid laid) {
        boolean told = laid.exam().exam().stage() == ExamStage.PUBLISHED
                && (laid.relation() == Relation.OWN || laid.relation() == Relation.PERSONNEL);
        return told
                ? marks.byPaper(laid.paper().examId()).getOrDefault(laid.paper().id(), List.of()).stream()
                        .map(PaperViews::mark)
                        .toList()
                : List.of();
    }

    private static MarkView mark(Opened opened) {
        var receipt = opened.receipt();
        return new MarkView(
                opened.mark().phase(),
                receipt.code(),
                WrittenRules.shown(new BigDecimal(receipt.mean())),
                receipt.deductionPercent(),
                new BigDecimal(receipt.points()),
                receipt.passed());
    }
}
