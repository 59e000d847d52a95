package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.paper.SheetApi.SheetView;
import vn.gov.hanoi.selection.paper.SheetApi.SheetsView;

/** Reads sheets. Everybody who may not know of a record is answered as if there were none: resource.not-found. */
@ApplicationScoped
@Transactional
class ReadSheet {
    private final SheetDesk sheets;
    private final SheetViews views;
    private final Envelopes envelopes;

    ReadSheet(SheetDesk sheets, SheetViews views, Envelopes envelopes) {
        this.sheets = sheets;
        this.views = views;
        this.envelopes = envelopes;
    }

    SheetsView all(UUID examId, Caller caller, Locale locale) {
        return views.all(sheets.all(examId, caller), locale);
    }

    SheetView one(UUID id, Caller caller, Locale locale) {
        return views.of(sheets.see(id, caller), locale);
    }

    /** The pages, as a document without any data but the pictures. */
    byte[] pages(UUID id, Caller caller) {
        var script = sheets.see(id, caller).script();
        return script.content()
                .map(content -> envelopes.bytesOf(content, "script", script.id()))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }
}
