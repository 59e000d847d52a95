package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.selection.paper.SheetApi.PointsPart;
import vn.gov.hanoi.selection.paper.SheetApi.SheetView;
import vn.gov.hanoi.selection.paper.SheetApi.SheetsView;

/** Shows sheets to their markers. Inside the transaction that loaded them. */
@ApplicationScoped
class SheetViews {
    static final String ADDRESS = "/selection/v1/mark-sheets/";

    private final Markings markings;
    private final MarkScript acts;
    private final ExamViews exams;

    SheetViews(Markings markings, MarkScript acts, ExamViews exams) {
        this.markings = markings;
        this.acts = acts;
        this.exams = exams;
    }

    SheetsView all(List<SheetDesk.Laid> laid, Locale locale) {
        return new SheetsView(laid.stream().map(each -> of(each, locale)).toList());
    }

    SheetView of(SheetDesk.Laid laid, Locale locale) {
        var sheet = laid.sheet();
        var content = markings.open(sheet);
        return new SheetView(
                sheet.id(),
                Etags.of(sheet.version()),
                sheet.examId(),
                sheet.code(),
                sheet.state(),
                content.points().stream()
                        .map(each -> new PointsPart(each.criterion(), each.amount()))
                        .toList(),
                Scheme.total(content.points()),
                content.note(),
                sheet.digest(),
                sheet.version(),
                List.of(exams.action(ADDRESS + sheet.id(), "seal", List.of(), acts.sealRefusals(laid), locale)));
    }
}
