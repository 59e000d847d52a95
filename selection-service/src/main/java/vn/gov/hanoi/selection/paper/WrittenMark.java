package vn.gov.hanoi.selection.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ruleset.WrittenRules;

/** The mark of a script by one marking, sealed; it is never changed. That of the second marking supersedes the first. */
@Entity
@Table(name = "written_marks")
class WrittenMark {
    /**
     * How the mark came about; numbers as texts, so that they stay what they are.
     *
     * @param mean exact, before deductions
     * @param exact after deductions; the pass mark is compared with it
     * @param points as shown
     * @param sheets that the mark follows from
     */
    record Receipt(
            UUID paperId,
            String code,
            String mean,
            int deductionPercent,
            String exact,
            String points,
            boolean passed,
            List<UUID> sheets) {
        Receipt {
            sheets = List.copyOf(sheets);
        }

        /** Whether it comes to the same exact mark; 60.0 and 60.00 are the same. */
        boolean says(Receipt other) {
            return new BigDecimal(exact).compareTo(new BigDecimal(other.exact)) == 0;
        }

        static Receipt of(
                UUID paperId, String code, BigDecimal mean, int deduction, List<UUID> sheets, WrittenRules rules) {
            var exact = WrittenRules.deducted(mean, deduction);
            return new Receipt(
                    paperId,
                    code,
                    mean.toPlainString(),
                    deduction,
                    exact.toPlainString(),
                    WrittenRules.shown(exact).toPlainString(),
                    rules.passes(exact),
                    sheets);
        }
    }

    @Id
    private UUID id;

    @Column(name = "exam_id", updatable = false)
    private UUID examId;

    @Column(name = "script_id", updatable = false)
    private UUID scriptId;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase", updatable = false)
    private Phase phase;

    @Column(name = "content", updatable = false)
    private byte[] content;

    protected WrittenMark() {}

    WrittenMark(UUID id, Script script, Phase phase, byte[] content) {
        this.id = id;
        this.examId = script.examId();
        this.scriptId = script.id();
        this.phase = phase;
        this.content = content.clone();
    }

    UUID id() {
        return id;
    }

    UUID scriptId() {
        return scriptId;
    }

    Phase phase() {
        return phase;
    }

    byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WrittenMark mark && id.equals(mark.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
