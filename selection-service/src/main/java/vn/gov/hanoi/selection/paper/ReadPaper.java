package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.paper.PaperApi.PaperView;
import vn.gov.hanoi.selection.paper.PaperApi.PapersView;

/** Reads papers. Everybody who may not know of a record is answered as if there were none: resource.not-found. */
@ApplicationScoped
@Transactional
class ReadPaper {
    private final PaperDesk papers;
    private final PaperViews views;

    ReadPaper(PaperDesk papers, PaperViews views) {
        this.papers = papers;
        this.views = views;
    }

    PapersView all(UUID examId, Caller caller) {
        return views.all(papers.all(examId, caller));
    }

    PaperView one(UUID id, Caller caller) {
        return views.of(papers.see(id, caller));
    }
}
