package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.gov.hanoi.selection.application.ApplicationPurged;

/** Forgets the script of a person whose application is forgotten; the paper goes with the application. Sheets and marks under codes stay, and belong to nobody. */
@ApplicationScoped
class ForgetPapers {
    private final ExamRepository papers;
    private final Marks marks;

    ForgetPapers(ExamRepository papers, Marks marks) {
        this.papers = papers;
        this.marks = marks;
    }

    void forget(@Observes ApplicationPurged purged) {
        papers.paperOf(purged.applicationId())
                .flatMap(paper -> marks.scriptOf(paper.examId(), paper.id()))
                .ifPresent(Script::forget);
        papers.flush();
    }
}
