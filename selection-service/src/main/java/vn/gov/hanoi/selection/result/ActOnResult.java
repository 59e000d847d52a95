package vn.gov.hanoi.selection.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.proof.CanonicalJson;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.result.MeritListRequests.MinutesPart;
import vn.gov.hanoi.selection.result.MeritListRequests.TieData;
import vn.gov.hanoi.selection.result.ResultDesk.Laid;
import vn.gov.hanoi.selection.result.ResultGuard.Act;
import vn.gov.hanoi.selection.result.Standings.Post;
import vn.gov.hanoi.selection.result.Standings.Tie;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.Ranking.SeparatedBy;

/** The acts on a result. Each refuses what {@link ResultDesk#hold} and {@link ResultGuard} refuse, and the tag. */
@ApplicationScoped
class ActOnResult {
    private final ResultDesk desk;
    private final ResultContents contents;
    private final ComputeStandings standings;
    private final Signatures signatures;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final OutboxWriter outbox;

    ActOnResult(
            ResultDesk desk,
            ResultContents contents,
            ComputeStandings standings,
            Signatures signatures,
            Rounds rounds,
            AuditTrail audit,
            OutboxWriter outbox) {
        this.desk = desk;
        this.contents = contents;
        this.standings = standings;
        this.signatures = signatures;
        this.rounds = rounds;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Puts the equal candidates of a post in an order. Refusal: selection.tie-order. */
    @Transactional
    Laid decide(UUID id, @Nullable String ifMatch, TieData data, ReasonPart reason, Caller caller) {
        var laid = hold(id, ifMatch, Act.DECIDE, caller);
        var content = contents.of(laid.result());
        var ties = ties(content);
        ties.remove(data.vacancyId());
        var equal = standings.of(laid.round(), ties).stream()
                .filter(post -> post.vacancyId().equals(data.vacancyId()))
                .map(ActOnResult::equal)
                .findFirst()
                .orElse(List.of());
        if (equal.isEmpty()
                || data.order().size() != equal.size()
                || !new HashSet<>(data.order()).equals(new HashSet<>(equal))) {
            throw new Refused(Refusal.of(SelectionProblem.TIE_ORDER, "vacancyId", data.vacancyId())
                    .at("/data/order"));
        }
        ties.put(data.vacancyId(), new Tie(data.order(), reason.tidy()));
        laid.result()
                .rewrite(
                        contents.seal(
                                laid.result(),
                                new Standings(standings.of(laid.round(), ties), null, null, content.returned(), null)),
                        rounds.stamp(caller).at());
        return kept(Act.DECIDE, laid, Map.of("vacancyId", data.vacancyId(), "reason", reason.code()), caller);
    }

    /**
     * Hands the result over to the authority, with the minutes; it is computed once more and committed to.
     *
     * <p>Refusals: selection.signer-not-seated, for each; selection.quorum-missing, selection.lead-absent, selection.decision-not-signed-yet;
     * selection.tie-open, for each post.
     */
    @Transactional
    Laid submit(UUID id, @Nullable String ifMatch, MinutesPart minutes, Caller caller) {
        var laid = hold(id, ifMatch, Act.SUBMIT, caller);
        var content = contents.of(laid.result());
        var posts = standings.of(laid.round(), ties(content));
        var refusals = new ArrayList<>(signatures.refusals(laid.round().id(), minutes));
        var positions = rounds.posts(laid.round()).stream()
                .collect(Collectors.toMap(each -> each.vacancyId(), each -> each.positions()));
        posts.stream()
                .filter(post -> ComputeStandings.isOpen(post, positions.getOrDefault(post.vacancyId(), 1)))
                .forEach(post -> refusals.add(Refusal.of(SelectionProblem.TIE_OPEN, "vacancyId", post.vacancyId())));
        Refused.ifAny(refusals);
        var commitment = Commitment.to(new Submitted(posts, minutes.kept()));
        laid.result()
                .submit(
                        contents.seal(
                                laid.result(), new Standings(posts, minutes.kept(), null, null, commitment.salt())),
                        commitment.digest(),
                        rounds.stamp(caller).at());
        return kept(Act.SUBMIT, laid, Map.of("commitment", commitment.digest()), caller);
    }

    /** What the council commits to. */
    record Submitted(List<Post> posts, Standings.Minutes minutes) {}

    /** Gives it back to the council. */
    @Transactional
    Laid giveBack(UUID id, @Nullable String ifMatch, ReasonPart reason, Caller caller) {
        var laid = hold(id, ifMatch, Act.RETURN, caller);
        var posts = standings.of(laid.round(), ties(contents.of(laid.result())));
        laid.result()
                .giveBack(
                        contents.seal(laid.result(), new Standings(posts, null, null, reason.tidy(), null)),
                        rounds.stamp(caller).at());
        return kept(Act.RETURN, laid, Map.of("reason", reason.code()), caller);
    }

    /** Recognises the result. Refusals: selection.decision-not-signed-yet, selection.result-stale. */
    @Transactional
    Laid approve(UUID id, @Nullable String ifMatch, DecisionPart decision, Caller caller) {
        var laid = hold(id, ifMatch, Act.APPROVE, caller);
        Refused.ifAny(Rounds.unsigned(decision, rounds.today()));
        var content = contents.of(laid.result());
        var now = standings.of(laid.round(), ties(content));
        if (!CanonicalJson.write(now).equals(CanonicalJson.write(content.posts()))) {
            throw new Refused(SelectionProblem.RESULT_STALE);
        }
        laid.result()
                .approve(
                        contents.seal(
                                laid.result(),
                                new Standings(
                                        content.posts(), content.minutes(), decision.tidy(), null, content.salt())),
                        rounds.stamp(caller).at());
        rounds.advance(laid.round(), RoundState.RESULT_APPROVED, caller);
        return kept(Act.APPROVE, laid, Map.of("decision", decision.number()), caller);
    }

    /** Lets everybody know. */
    @Transactional
    Laid publish(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = hold(id, ifMatch, Act.PUBLISH, caller);
        laid.result().publish(rounds.today(), rounds.stamp(caller).at());
        rounds.advance(laid.round(), RoundState.RESULT_PUBLISHED, caller);
        kept(Act.PUBLISH, laid, Map.of(), caller);
        outbox.write(new EventDraft(
                "selection.result",
                "published",
                1,
                "merit-lists",
                id,
                laid.round().id(),
                contents.event(laid.result(), rounds.today())));
        return laid;
    }

    private Laid hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        var laid = desk.hold(id, caller);
        Refused.ifAny(laid.guard().authority(act));
        Etags.require(ifMatch, laid.result().version());
        Refused.ifAny(laid.guard().state(act));
        return laid;
    }

    private static Map<UUID, Tie> ties(Standings content) {
        var ties = new HashMap<UUID, Tie>();
        content.posts().forEach(post -> {
            if (post.tie() != null) {
                ties.put(post.vacancyId(), post.tie());
            }
        });
        return ties;
    }

    /** Those who share a rank as long as the council has not decided. */
    private static List<UUID> equal(Post post) {
        var shared = post.entries().stream()
                .filter(each -> each.separatedBy() == SeparatedBy.NOTHING)
                .map(Standings.Entry::rank)
                .toList();
        return post.entries().stream()
                .filter(each -> each.rank() != null && shared.contains(each.rank()))
                .map(Standings.Entry::applicationId)
                .toList();
    }

    private Laid kept(Act act, Laid laid, Map<String, ?> details, Caller caller) {
        contents.flush();
        audit.record(
                caller,
                new AuditTrail.Act(
                        "merit-list." + act.verb(),
                        "merit-lists",
                        laid.result().id(),
                        laid.round().unitId(),
                        details));
        return laid;
    }
}
