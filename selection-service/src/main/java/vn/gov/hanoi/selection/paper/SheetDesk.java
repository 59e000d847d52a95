package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lays a sheet on the table of its marker, as long as the marker sits and may judge. For everybody else there is none. */
@ApplicationScoped
class SheetDesk {
    private final ExamDesk exams;
    private final SheetRepository sheets;
    private final Judges judges;

    SheetDesk(ExamDesk exams, SheetRepository sheets, Judges judges) {
        this.exams = exams;
        this.sheets = sheets;
        this.judges = judges;
    }

    /** A sheet with its script. */
    record Laid(MarkSheet sheet, Script script, ExamDesk.Laid exam) {}

    /** Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid see(UUID id, Caller caller) {
        return sheets.findByIdOptional(id)
                .flatMap(sheet -> laid(sheet, exams.look(sheet.examId(), caller)))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** For commands, before a stored answer is shown; leaves nothing read. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    void require(UUID id, Caller caller) {
        see(id, caller);
        sheets.unread();
    }

    /** Refusals: resource.not-found, precondition.required, precondition.failed. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid hold(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = sheets.examOf(id)
                .map(exam -> exams.use(exam, caller))
                .flatMap(exam -> sheets.forChange(id).flatMap(sheet -> laid(sheet, exam)))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, laid.sheet().version());
        return laid;
    }

    /** Those of the caller in a written round, by their codes. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Laid> all(UUID examId, Caller caller) {
        var exam = exams.see(examId, caller);
        var officer = exam.place().officer();
        return officer == null
                ? List.of()
                : sheets.ofMarker(examId, officer).stream()
                        .flatMap(sheet -> laid(sheet, exam).stream())
                        .toList();
    }

    private Optional<Laid> laid(MarkSheet sheet, ExamDesk.Laid exam) {
        var place = exam.place();
        if (!sheet.officerId().equals(place.officer())
                || sheet.state() == MarkSheet.State.DROPPED
                || !place.sits().contains(sheet.phase().body())) {
            return Optional.empty();
        }
        return sheets.script(sheet.scriptId())
                .filter(script -> judges.mayJudge(exam.round().id(), sheet.officerId(), script))
                .map(script -> new Laid(sheet, script, exam));
    }
}
