package vn.gov.hanoi.selection.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.defence.DefenceDesk.Laid;
import vn.gov.hanoi.selection.defence.DefenceGuard.Act;
import vn.gov.hanoi.selection.defence.DefenceRequests.PresenceData;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.Spread;

/** The acts of who leads a defence. Each refuses what {@link DefenceDesk#hold} and {@link DefenceGuard} refuse, and the tag. */
@ApplicationScoped
class ActOnDefence {
    private final DefenceDesk desk;
    private final DefenceRepository defences;
    private final Defences contents;
    private final Council council;
    private final Rounds rounds;
    private final AuditTrail audit;

    ActOnDefence(
            DefenceDesk desk,
            DefenceRepository defences,
            Defences contents,
            Council council,
            Rounds rounds,
            AuditTrail audit) {
        this.desk = desk;
        this.defences = defences;
        this.contents = contents;
        this.council = council;
        this.rounds = rounds;
        this.audit = audit;
    }

    /**
     * Says who is present: each member gets a sheet. Without the candidate it ends here.
     *
     * <p>Refusals: selection.member-cannot-judge, for each; selection.lead-absent, selection.quorum-missing.
     */
    @Transactional
    Laid assign(UUID id, @Nullable String ifMatch, PresenceData presence, Caller caller) {
        var laid = hold(id, ifMatch, Act.ASSIGN, caller);
        var defence = laid.defence();
        if (presence.candidatePresent()) {
            var members = presence.members().stream().distinct().toList();
            Refused.ifAny(refusals(laid, members));
            members.forEach(member -> {
                var sheet = UUID.randomUUID();
                defences.keep(ScoreSheet.handedOut(
                        sheet, defence.id(), member, contents.seal(ScoreSheet.Content.EMPTY, ScoreSheet.TABLE, sheet)));
            });
            defence.hold(rounds.today(), rounds.stamp(caller).at());
        } else {
            defence.missed(rounds.today(), rounds.stamp(caller).at());
        }
        return kept(Act.ASSIGN, laid, Map.of("state", defence.state().name()), caller);
    }

    private List<Refusal> refusals(Laid laid, List<UUID> members) {
        var round = laid.round().id();
        var candidate = Objects.requireNonNull(laid.officerId());
        var refusals = new ArrayList<Refusal>();
        for (int i = 0; i < members.size(); i++) {
            if (!council.judges(round, members.get(i), candidate)) {
                refusals.add(Refusal.of(SelectionProblem.MEMBER_CANNOT_JUDGE, "officerId", members.get(i))
                        .at("/data/members/" + i));
            }
        }
        if (!members.contains(Objects.requireNonNull(laid.seat()).officerId())) {
            refusals.add(Refusal.of(SelectionProblem.LEAD_ABSENT).at("/data/members"));
        }
        refusals.addAll(quorum(round, members.size(), "/data/members"));
        return refusals;
    }

    /**
     * Opens all sheets together. Before the day is over every present member has sealed; after it, those who have not are taken as absent, with a reason.
     *
     * <p>Refusals: selection.sheets-missing, selection.member-not-missing, selection.reason-missing, selection.quorum-missing.
     */
    @Transactional
    Laid reveal(UUID id, @Nullable String ifMatch, List<UUID> absent, @Nullable ReasonPart reason, Caller caller) {
        var laid = hold(id, ifMatch, Act.REVEAL, caller);
        var defence = laid.defence();
        var sheets = defences.sheets(id);
        var missing = sheets.stream()
                .filter(sheet -> sheet.state() == SheetState.DRAFT)
                .toList();
        Refused.ifAny(toOpen(defence, missing, absent, reason));
        Refused.ifAny(quorum(defence.roundId(), sheets.size() - missing.size(), null));
        missing.forEach(sheet -> sheet.miss(contents.seal(ScoreSheet.Content.EMPTY, ScoreSheet.TABLE, sheet.id())));
        var why = reason == null || missing.isEmpty() ? null : reason.tidy();
        defence.reveal(
                contents.seal(new Defence.Content(why, null), Defence.TABLE, id),
                rounds.stamp(caller).at());
        return kept(Act.REVEAL, laid, Map.of("absent", missing.size()), caller);
    }

    private List<Refusal> toOpen(
            Defence defence, List<ScoreSheet> missing, List<UUID> absent, @Nullable ReasonPart reason) {
        var late = new HashSet<>(missing.stream().map(ScoreSheet::memberId).toList());
        var refusals = new ArrayList<Refusal>();
        for (int i = 0; i < absent.size(); i++) {
            if (!late.contains(absent.get(i))) {
                refusals.add(Refusal.of(SelectionProblem.MEMBER_NOT_MISSING, "officerId", absent.get(i))
                        .at("/absent/" + i));
            }
        }
        var day = Objects.requireNonNull(defence.heldOn());
        absent.forEach(late::remove);
        if (!missing.isEmpty() && (!rounds.today().isAfter(day) || !late.isEmpty())) {
            refusals.add(Refusal.of(SelectionProblem.SHEETS_MISSING, "missing", missing.size(), "heldOn", day));
        }
        if (!missing.isEmpty() && reason == null && refusals.isEmpty()) {
            refusals.add(Refusal.of(SelectionProblem.REASON_MISSING).at("/reason"));
        }
        return refusals;
    }

    /** Records what was found about sheets that lie far apart. The points stay. */
    @Transactional
    Laid review(UUID id, @Nullable String ifMatch, ReasonPart found, Caller caller) {
        var laid = hold(id, ifMatch, Act.REVIEW, caller);
        var defence = laid.defence();
        var before = contents.content(defence);
        defence.review(
                contents.seal(new Defence.Content(before.missing(), found.tidy()), Defence.TABLE, id),
                rounds.stamp(caller).at());
        return kept(Act.REVIEW, laid, Map.of(), caller);
    }

    private Laid hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        var laid = desk.hold(id, caller);
        var totals = contents.opened(laid.defence()).stream()
                .map(Defences.Opened::total)
                .toList();
        boolean flagged = !totals.isEmpty() && Spread.of(totals).isFlagged(contents.rules(laid.round()));
        var guard = new DefenceGuard(laid.defence(), laid.state(), laid.leads(), flagged, rounds.today());
        Refused.ifAny(guard.authority());
        Etags.require(ifMatch, laid.defence().version());
        Refused.ifAny(guard.state(act));
        return laid;
    }

    private List<Refusal> quorum(UUID roundId, int present, @Nullable String place) {
        int quorum = council.quorum(roundId);
        if (present >= quorum) {
            return List.of();
        }
        var refusal = Refusal.of(SelectionProblem.QUORUM_MISSING, "present", present, "quorum", quorum);
        return List.of(place == null ? refusal : refusal.at(place));
    }

    private Laid kept(Act act, Laid laid, Map<String, ?> details, Caller caller) {
        defences.flush();
        audit.record(
                caller,
                new AuditTrail.Act(
                        "defence." + act.verb(),
                        "defences",
                        laid.defence().id(),
                        laid.round().unitId(),
                        details));
        return laid;
    }
}
