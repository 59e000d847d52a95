package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.gov.hanoi.selection.paper.Marks.Opened;
import vn.gov.hanoi.selection.paper.WrittenMark.Receipt;

/** The door of this room: what the written round came to. Inside the transaction of its caller, who knows to whom it may be told. */
@ApplicationScoped
public class Written {
    private final ExamRepository exams;
    private final SheetRepository sheets;
    private final Marks marks;
    private final Markings markings;

    Written(ExamRepository exams, SheetRepository sheets, Marks marks, Markings markings) {
        this.exams = exams;
        this.sheets = sheets;
        this.marks = marks;
        this.markings = markings;
    }

    /** One for each candidate who was to sit; empty before two persons have opened the codes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<WrittenResult> results(UUID roundId) {
        var exam = exams.findByIdOptional(roundId)
                .filter(each -> each.stage() == ExamStage.MARKED || each.stage() == ExamStage.PUBLISHED);
        if (exam.isEmpty()) {
            return List.of();
        }
        var byPaper = marks.byPaper(roundId);
        return exams.papers(roundId).stream()
                .map(paper -> result(
                        paper.applicationId(),
                        paper.attendance(),
                        byPaper.getOrDefault(paper.id(), List.of()).stream()
                                .map(Opened::receipt)
                                .toList()))
                .toList();
    }

    /** @param marks of one person, the first marking first; the last one counts */
    static WrittenResult result(UUID applicationId, Attendance attendance, List<Receipt> marks) {
        if (marks.isEmpty()) {
            boolean absent = attendance == Attendance.ABSENT;
            return new WrittenResult(applicationId, null, absent, !absent, false);
        }
        var last = marks.getLast();
        return new WrittenResult(applicationId, new BigDecimal(last.points()), false, false, last.passed());
    }

    /** All marks with their sheets, by the code of the script; empty before they are published. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PublicMark> publicMarks(UUID roundId) {
        if (exams.findByIdOptional(roundId)
                .filter(each -> each.stage() == ExamStage.PUBLISHED)
                .isEmpty()) {
            return List.of();
        }
        var all = sheets.list("examId", roundId).stream().collect(Collectors.toMap(MarkSheet::id, Function.identity()));
        var codes = sheets.scripts(roundId).stream().collect(Collectors.toMap(Script::id, Script::code));
        return marks.all(roundId).stream()
                .map(each -> told(each, all, codes))
                .sorted(Comparator.comparing(PublicMark::code).thenComparing(PublicMark::phase))
                .toList();
    }

    private PublicMark told(Opened opened, Map<UUID, MarkSheet> all, Map<UUID, String> codes) {
        var receipt = opened.receipt();
        return new PublicMark(
                receipt.code(),
                opened.mark().phase().name(),
                receipt.mean(),
                receipt.deductionPercent(),
                receipt.points(),
                receipt.sheets().stream()
                        .map(id -> Objects.requireNonNull(all.get(id)))
                        .map(sheet -> markings.told(sheet, Objects.requireNonNull(codes.get(sheet.scriptId()))))
                        .toList());
    }
}
