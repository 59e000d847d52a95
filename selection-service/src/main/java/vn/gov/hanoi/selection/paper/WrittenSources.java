package vn.gov.hanoi.selection.paper;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.paper.WrittenMark.Receipt;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.proof.Flaw;

/** The door for who inspects: whether what is kept of a written round is what was sealed. */
@ApplicationScoped
public class WrittenSources {
    private static final String SCRIPTS = "scripts";
    private static final String SHEETS = "mark_sheets";
    private static final String MARKS = "written_marks";
    private static final String CONTENT = "content";

    private final SheetRepository sheets;
    private final Markings markings;
    private final Envelopes envelopes;

    WrittenSources(SheetRepository sheets, Markings markings, Envelopes envelopes) {
        this.sheets = sheets;
        this.markings = markings;
        this.envelopes = envelopes;
    }

    /** What does not fit, after the codes were opened; none if all does. What was forgotten with a person is no flaw. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Flaw> flaws(UUID roundId) {
        var found = new ArrayList<Flaw>();
        var scripts = sheets.scripts(roundId).stream().collect(Collectors.toMap(Script::id, Function.identity()));
        var all = sheets.list("examId", roundId).stream().collect(Collectors.toMap(MarkSheet::id, Function.identity()));
        scripts.values().forEach(each -> script(each, found));
        all.values().forEach(each -> sheet(each, scripts, found));
        sheets.marks(roundId).forEach(each -> mark(each, scripts, all, found));
        return found;
    }

    private void script(Script script, List<Flaw> found) {
        script.owner()
                .filter(owner -> !envelopes.isIntact(owner, "script-owner", script.id()))
                .ifPresent(_ -> found.add(Flaw.lost(SCRIPTS, script.id(), "owner")));
        script.content()
                .filter(pages -> !envelopes.isIntact(pages, "script", script.id()))
                .ifPresent(_ -> found.add(Flaw.lost(SCRIPTS, script.id(), CONTENT)));
    }

    private void sheet(MarkSheet sheet, Map<UUID, Script> scripts, List<Flaw> found) {
        var content = sheet.content();
        if (content != null && !envelopes.isIntact(content, Markings.TABLE, sheet.id())) {
            found.add(Flaw.lost(SHEETS, sheet.id(), CONTENT));
        } else if (sheet.state() == MarkSheet.State.SEALED) {
            var script = scripts.get(sheet.scriptId());
            if (script == null) {
                found.add(Flaw.lost(SHEETS, sheet.id(), "script_id"));
            } else if (!fits(sheet, script.code())) {
                found.add(Flaw.unfit(SHEETS, sheet.id(), "digest"));
            }
        }
    }

    private boolean fits(MarkSheet sheet, String script) {
        var content = markings.open(sheet);
        var salt = content.salt();
        var digest = sheet.digest();
        return salt != null
                && digest != null
                && new Commitment(salt, digest).fits(Markings.Committed.of(sheet, script, content.points()));
    }

    private void mark(WrittenMark mark, Map<UUID, Script> scripts, Map<UUID, MarkSheet> all, List<Flaw> found) {
        if (!envelopes.isIntact(mark.content(), Marks.TABLE, mark.id())) {
            found.add(Flaw.lost(MARKS, mark.id(), CONTENT));
            return;
        }
        var receipt = envelopes.open(mark.content(), Marks.TABLE, mark.id(), new TypeReference<Receipt>() {});
        var script = scripts.get(mark.scriptId());
        if (script == null) {
            found.add(Flaw.lost(MARKS, mark.id(), "script_id"));
        } else if (!script.code().equals(receipt.code())) {
            found.add(Flaw.unfit(MARKS, mark.id(), "script_id"));
        }
        for (var id : receipt.sheets()) {
            @Nullable MarkSheet sheet = all.get(id);
            if (sheet == null || sheet.state() != MarkSheet.State.SEALED) {
                found.add(Flaw.lost(SHEETS, id, "id"));
            } else if (!sheet.scriptId().equals(mark.scriptId()) || sheet.phase() != mark.phase()) {
                found.add(Flaw.unfit(SHEETS, id, "script_id"));
            }
        }
    }
}
