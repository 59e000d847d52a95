package vn.gov.hanoi.selection.paper;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.paper.WrittenMark.Receipt;
import vn.gov.hanoi.selection.ruleset.Agreement.Pair;
import vn.gov.hanoi.selection.ruleset.WrittenRules;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Joins scripts to papers and keeps the marks; only for acts by which two persons have agreed to it, or after them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Marks {
    static final String TABLE = "written-mark";

    private final ExamRepository papers;
    private final SheetRepository sheets;
    private final Markings markings;
    private final Envelopes envelopes;
    private final SelectionDefaultQueries defaults;

    Marks(
            ExamRepository papers,
            SheetRepository sheets,
            Markings markings,
            Envelopes envelopes,
            SelectionDefaultQueries defaults) {
        this.papers = papers;
        this.sheets = sheets;
        this.markings = markings;
        this.envelopes = envelopes;
        this.defaults = defaults;
    }

    /** Scripts that take part in a marking: all in the first, those that were assigned in the second. */
    List<Script> scripts(Exam exam, Phase phase) {
        var living = sheets.living(exam.id(), phase);
        return sheets.scripts(exam.id()).stream()
                .filter(each -> phase == Phase.MARKING || living.containsKey(each.id()))
                .toList();
    }

    /** Refusal: selection.marks-missing, as long as one script has no mark; it does not say which. */
    void requireComplete(Exam exam, Phase phase) {
        var rules = rules(exam);
        var living = sheets.living(exam.id(), phase);
        if (scripts(exam, phase).stream()
                .anyMatch(each -> markings.mark(living.getOrDefault(each.id(), List.of()), rules)
                        .isEmpty())) {
            throw new Refused(SelectionProblem.MARKS_MISSING);
        }
    }

    /** Keeps the marks of a marking that is complete. */
    void write(Exam exam, Phase phase) {
        var rules = rules(exam);
        var living = sheets.living(exam.id(), phase);
        for (var script : scripts(exam, phase)) {
            var own = Objects.requireNonNull(living.get(script.id()));
            var paperId = envelopes.ownerOf(script).orElseThrow();
            var mark = markings.mark(own, rules).orElseThrow();
            var receipt = Receipt.of(
                    paperId,
                    script.code(),
                    mark,
                    rules.deduction(papers.incidents(paperId).stream()
                            .map(Incident::kind)
                            .toList()),
                    own.stream().map(MarkSheet::id).toList(),
                    rules);
            var id = UUID.randomUUID();
            sheets.add(new WrittenMark(id, script, phase, envelopes.seal(receipt, TABLE, id)));
        }
        sheets.flush();
    }

    /** A mark, opened. */
    record Opened(WrittenMark mark, Receipt receipt) {}

    List<Opened> all(UUID examId) {
        return sheets.marks(examId).stream()
                .map(each -> new Opened(
                        each, envelopes.open(each.content(), TABLE, each.id(), new TypeReference<Receipt>() {})))
                .toList();
    }

    /** Marks by paper, the first marking first. */
    Map<UUID, List<Opened>> byPaper(UUID examId) {
        return all(examId).stream()
                .collect(Collectors.groupingBy(each -> each.receipt().paperId()));
    }

    /** The two independent markings of each script. */
    List<Pair> pairs(Exam exam) {
        return sheets.living(exam.id(), Phase.MARKING).values().stream()
                .map(own -> new Pair(markings.total(own.get(0)), markings.total(own.get(1))))
                .toList();
    }

    Optional<Script> scriptOf(UUID examId, UUID paperId) {
        return sheets.scripts(examId).stream()
                .filter(each -> envelopes.ownerOf(each).filter(paperId::equals).isPresent())
                .findFirst();
    }

    WrittenRules rules(Exam exam) {
        return defaults.writtenOn(exam.rulesOn());
    }
}
