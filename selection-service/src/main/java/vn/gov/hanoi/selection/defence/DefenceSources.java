package vn.gov.hanoi.selection.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.proof.Flaw;
import vn.gov.hanoi.selection.proof.SealedJson;

/** The door for who inspects: whether what is kept of the lot and the defences is what was sealed. */
@ApplicationScoped
public class DefenceSources {
    private final DefenceRepository defences;
    private final Defences contents;
    private final SealedJson sealed;

    DefenceSources(DefenceRepository defences, Defences contents, SealedJson sealed) {
        this.defences = defences;
        this.contents = contents;
        this.sealed = sealed;
    }

    /** What does not fit, after a draw; none if all does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Flaw> flaws(UUID roundId) {
        var draw = defences.draw(roundId).orElse(null);
        if (draw == null) {
            return List.of(Flaw.lost(Draw.TABLE, roundId, "round_id"));
        }
        if (!sealed.isIntact(draw.content(), Draw.TABLE, draw.id())) {
            return List.of(Flaw.lost(Draw.TABLE, draw.id(), "content"));
        }
        var found = new ArrayList<Flaw>();
        var drawn = contents.content(draw);
        if (draw.drawnAt() == null) {
            found.add(Flaw.lost(Draw.TABLE, draw.id(), "drawn_at"));
        }
        if (!new Commitment(drawn.salt(), draw.commitment()).fits(drawn.lot())) {
            found.add(Flaw.unfit(Draw.TABLE, draw.id(), "commitment"));
        }
        int place = 0;
        for (var defence : defences.ofRound(roundId)) {
            var code = drawn.codes().get(defence.applicationId());
            if (code == null) {
                found.add(Flaw.lost(Defence.TABLE, defence.id(), "application_id"));
            }
            place++;
            if (defence.place() != place) {
                found.add(Flaw.unfit(Defence.TABLE, defence.id(), "place"));
            }
            if (!sealed.isIntact(defence.content(), Defence.TABLE, defence.id())) {
                found.add(Flaw.lost(Defence.TABLE, defence.id(), "content"));
            }
            defences.sheets(defence.id()).forEach(each -> sheet(each, code, found));
        }
        return found;
    }

    private void sheet(ScoreSheet sheet, @Nullable String code, List<Flaw> found) {
        if (!sealed.isIntact(sheet.content(), ScoreSheet.TABLE, sheet.id())) {
            found.add(Flaw.lost(ScoreSheet.TABLE, sheet.id(), "content"));
        } else if (sheet.state() == SheetState.SEALED && code != null && !fits(sheet, code)) {
            found.add(Flaw.unfit(ScoreSheet.TABLE, sheet.id(), "commitment"));
        }
    }

    private boolean fits(ScoreSheet sheet, String code) {
        var content = contents.content(sheet);
        var salt = content.salt();
        var commitment = sheet.commitment();
        return salt != null
                && commitment != null
                && new Commitment(salt, commitment)
                        .fits(new ScoreSheet.Committed(
                                code,
                                new TreeMap<>(content.marks()),
                                sheet.id(),
                                Defences.total(content.marks()).toPlainString()));
    }
}
