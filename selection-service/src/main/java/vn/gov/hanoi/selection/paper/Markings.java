package vn.gov.hanoi.selection.paper;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.proof.CanonicalJson;
import vn.gov.hanoi.selection.ruleset.WrittenRules;

/** Reads sealed sheets, and says what they come to. */
@ApplicationScoped
class Markings {
    static final String TABLE = "mark-sheet";
    private static final int THIRD = 3;

    private final Envelopes envelopes;

    Markings(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    /**
     * What is kept of a sheet, sealed.
     *
     * @param note of the marker, for nobody else; not part of the commitment
     * @param salt of the commitment; null for a draft
     */
    record Content(
            List<Scheme.Given> points,
            String note,
            @Nullable String salt) {
        Content {
            points = List.copyOf(points);
        }

        static final Content EMPTY = new Content(List.of(), "", null);
    }

    /**
     * What a marker commits to: points for one script, in one turn of one marking. It names codes, and nobody; the marker learns the code of the script
     * with everybody else.
     *
     * @param code of the sheet
     * @param script code of the script
     */
    record Committed(
            String code, Phase phase, List<Scheme.Given> points, UUID roundId, String script, String total, int turn) {
        Committed {
            points = List.copyOf(points);
        }

        static Committed of(MarkSheet sheet, String script, List<Scheme.Given> points) {
            return new Committed(
                    sheet.code(),
                    sheet.phase(),
                    points,
                    sheet.examId(),
                    script,
                    Scheme.total(points).toPlainString(),
                    sheet.turn());
        }
    }

    byte[] seal(Content content, MarkSheet sheet) {
        return envelopes.seal(content, TABLE, sheet.id());
    }

    Content open(MarkSheet sheet) {
        var content = sheet.content();
        return content == null
                ? Content.EMPTY
                : envelopes.open(content, TABLE, sheet.id(), new TypeReference<Content>() {});
    }

    BigDecimal total(MarkSheet sheet) {
        return Scheme.total(open(sheet).points());
    }

    /** @param sheets those of one marking that count, in their turns */
    ScriptState state(List<MarkSheet> sheets, WrittenRules rules) {
        if (sheets.size() < 2 || sheets.get(1).turn() == THIRD) {
            return ScriptState.UNASSIGNED;
        }
        if (sheets.subList(0, 2).stream().anyMatch(each -> each.state() != MarkSheet.State.SEALED)) {
            return ScriptState.MARKING;
        }
        if (sheets.size() == THIRD) {
            return sheets.getLast().state() == MarkSheet.State.SEALED ? ScriptState.MARKED : ScriptState.THIRD_MARKING;
        }
        return rules.liesTooFarApart(total(sheets.getFirst()), total(sheets.getLast()))
                ? ScriptState.SPREAD
                : ScriptState.MARKED;
    }

    /** The exact mark before deductions; empty as long as something is missing. */
    Optional<BigDecimal> mark(List<MarkSheet> sheets, WrittenRules rules) {
        return state(sheets, rules) == ScriptState.MARKED
                ? rules.mark(sheets.stream().map(this::total).toList())
                : Optional.empty();
    }

    /** As everybody may check it. @param script its code */
    PublicMark.PublicSheet told(MarkSheet sheet, String script) {
        var content = open(sheet);
        var committed = Committed.of(sheet, script, content.points());
        return new PublicMark.PublicSheet(
                CanonicalJson.write(committed),
                committed.total(),
                Objects.requireNonNull(content.salt()),
                Objects.requireNonNull(sheet.digest()));
    }
}
