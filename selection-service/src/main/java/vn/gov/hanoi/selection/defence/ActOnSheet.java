package vn.gov.hanoi.selection.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.defence.DefenceDesk.Laid;
import vn.gov.hanoi.selection.defence.DefenceRequests.MarkPart;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.ruleset.DefenceScheme.Criterion;

/** The acts of a member on the own sheet. Each refuses what {@link DefenceDesk#holdForSheet} and {@link #toChange} refuse, and the tag. */
@ApplicationScoped
class ActOnSheet {
    private static final int SCALE = 2;

    private final DefenceDesk desk;
    private final DefenceRepository defences;
    private final Defences contents;
    private final AuditTrail audit;

    ActOnSheet(DefenceDesk desk, DefenceRepository defences, Defences contents, AuditTrail audit) {
        this.desk = desk;
        this.defences = defences;
        this.contents = contents;
        this.audit = audit;
    }

    /** A sheet with its defence. */
    record Own(ScoreSheet sheet, Laid laid) {}

    /** Puts other points in the place of all. Refusals: selection.criterion-unknown, selection.points-beyond, for each. */
    @Transactional
    Own write(UUID id, @Nullable String ifMatch, List<MarkPart> marks, Caller caller) {
        var own = hold(id, ifMatch, caller);
        var criteria = criteria(own.laid());
        var refusals = new ArrayList<Refusal>();
        var kept = new TreeMap<String, String>();
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var criterion = criteria.get(mark.criterion());
            if (criterion == null || kept.containsKey(mark.criterion())) {
                refusals.add(Refusal.of(SelectionProblem.CRITERION_UNKNOWN, "criterion", mark.criterion())
                        .at("/marks/" + i + "/criterion"));
            } else if (mark.points().compareTo(criterion.mostPoints()) > 0) {
                refusals.add(Refusal.of(
                                SelectionProblem.POINTS_BEYOND,
                                "criterion",
                                mark.criterion(),
                                "mostPoints",
                                criterion.mostPoints())
                        .at("/marks/" + i + "/points"));
            } else {
                kept.put(mark.criterion(), mark.points().setScale(SCALE).toPlainString());
            }
        }
        Refused.ifAny(refusals);
        own.sheet().write(contents.seal(new ScoreSheet.Content(kept, null), ScoreSheet.TABLE, id));
        return kept("write", own, Map.of(), caller);
    }

    /** Commits to the points for good. Refusal: selection.sheet-incomplete. */
    @Transactional
    Own seal(UUID id, @Nullable String ifMatch, Caller caller) {
        var own = hold(id, ifMatch, caller);
        var marks = new TreeMap<>(contents.content(own.sheet()).marks());
        var missing = criteria(own.laid()).keySet().stream()
                .filter(each -> !marks.containsKey(each))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused(Refusal.of(SelectionProblem.SHEET_INCOMPLETE, "missing", String.join(", ", missing)));
        }
        var commitment = Commitment.to(new ScoreSheet.Committed(
                code(own.laid().defence()), marks, id, Defences.total(marks).toPlainString()));
        own.sheet()
                .seal(
                        contents.seal(new ScoreSheet.Content(marks, commitment.salt()), ScoreSheet.TABLE, id),
                        commitment.digest());
        return kept("seal", own, Map.of("commitment", commitment.digest()), caller);
    }

    /** The own sheet, as it is, shown inside the transaction that loads it. */
    @Transactional
    <T> T see(UUID id, Caller caller, Function<Own, T> show) {
        var laid = desk.seeForSheet(id, caller);
        return show.apply(new Own(defences.sheet(id), laid));
    }

    /** Refusals: selection.sheet-sealed, selection.round-state, selection.defence-state. */
    static List<Refusal> toChange(Own own) {
        if (own.sheet().state() == SheetState.SEALED) {
            return List.of(Refusal.of(SelectionProblem.SHEET_SEALED));
        }
        var round = own.laid().state();
        if (round != RoundState.ROUND2_HELD) {
            return List.of(Refusal.of(
                    SelectionProblem.ROUND_STATE, "state", round.name(), "needed", RoundState.ROUND2_HELD.name()));
        }
        var state = own.laid().defence().state();
        return state == DefenceState.HELD
                ? List.of()
                : List.of(Refusal.of(
                        SelectionProblem.DEFENCE_STATE, "state", state.name(), "needed", DefenceState.HELD.name()));
    }

    Map<String, Criterion> criteria(Laid laid) {
        return contents.scheme(laid.round()).criteria().stream()
                .collect(Collectors.toMap(Criterion::code, Function.identity()));
    }

    /** What the public calls the candidate. */
    String code(Defence defence) {
        var draw = defences.draw(defence.roundId()).orElseThrow();
        return Objects.requireNonNull(contents.content(draw).codes().get(defence.applicationId()));
    }

    private Own hold(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = desk.holdForSheet(id, caller);
        var own = new Own(defences.sheetForChange(id), laid);
        Etags.require(ifMatch, own.sheet().version());
        Refused.ifAny(toChange(own));
        return own;
    }

    private Own kept(String verb, Own own, Map<String, ?> details, Caller caller) {
        defences.flush();
        audit.record(
                caller,
                new AuditTrail.Act(
                        "score-sheet." + verb,
                        "score-sheets",
                        own.sheet().id(),
                        own.laid().round().unitId(),
                        details));
        return own;
    }
}
