package vn.gov.hanoi.selection.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.round.RoundApi.DeadlinesView;
import vn.gov.hanoi.selection.round.RoundApi.DecisionView;
import vn.gov.hanoi.selection.round.RoundApi.PostView;
import vn.gov.hanoi.selection.round.RoundApi.RoundView;
import vn.gov.hanoi.selection.vacancy.AnnouncementPart;
import vn.gov.hanoi.selection.vacancy.RoundPosts;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Shows a round to an official, with what the official can do about it today. Inside the transaction that loaded it. */
@ApplicationScoped
public class RoundViews {
    static final String ADDRESS = "/selection/v1/rounds/";

    private final Rounds desk;
    private final RoundPosts posts;
    private final SelectionDefaultQueries defaults;
    private final Problems problems;

    RoundViews(Rounds desk, RoundPosts posts, SelectionDefaultQueries defaults, Problems problems) {
        this.desk = desk;
        this.posts = posts;
        this.defaults = defaults;
        this.problems = problems;
    }

    /** @param locale language of the reasons in {@code _actions}; everything else does not depend on it */
    public RoundView of(Round round, Caller caller, Locale locale) {
        var announcement = round.announcement();
        return new RoundView(
                round.id(),
                Etags.of(round.version()),
                round.stateOn(desk.today()),
                round.unitId(),
                round.unitCode(),
                round.unitName(),
                round.title(),
                round.legalBasis(),
                round.startsOn(),
                round.listOn(),
                round.examOn(),
                postsOf(round),
                round.personnel(),
                announcement == null ? null : AnnouncementPart.from(announcement),
                deadlines(round),
                round.frozenOn(),
                round.endedOn(),
                round.decisions().stream().map(RoundViews::decision).toList(),
                round.version(),
                round.changedAt(),
                actions(round, caller, locale));
    }

    private List<PostView> postsOf(Round round) {
        var known = posts.of(round.id()).stream()
                .collect(Collectors.<RoundPosts.RoundPost, UUID, RoundPosts.RoundPost>toMap(
                        RoundPosts.RoundPost::vacancyId, Function.identity()));
        // A cancelled round that was never announced has given its posts back.
        return round.posts().stream()
                .filter(post -> known.containsKey(post.vacancyId()))
                .map(post -> {
                    var vacancy = Objects.requireNonNull(known.get(post.vacancyId()));
                    return new PostView(
                            post.vacancyId(),
                            vacancy.unitName(),
                            vacancy.title(),
                            vacancy.candidatesNeeded(),
                            post.termMonths(),
                            post.conditionSet(),
                            post.conditionSetVersion());
                })
                .toList();
    }

    private @Nullable DeadlinesView deadlines(Round round) {
        var announcement = round.announcement();
        if (announcement == null) {
            return null;
        }
        var rules = defaults.roundsOn(announcement.announcedOn());
        return new DeadlinesView(
                announcement.dossiersTo().plusDays(rules.eligibilityDays()),
                rules.latestList(announcement.dossiersTo()),
                rules.earliestExam(round.listOn()));
    }

    private static DecisionView decision(RoundDecision decision) {
        return new DecisionView(
                decision.act(),
                decision.number(),
                decision.signedOn(),
                decision.issuer(),
                decision.reasonCode() == null
                        ? null
                        : new ReasonPart(decision.reasonCode(), Objects.requireNonNull(decision.reasonText())),
                decision.madeAt());
    }

    private List<ActionView> actions(Round round, Caller caller, Locale locale) {
        var guard = desk.guard(round, caller);
        return Arrays.stream(RoundGuard.Act.values())
                .map(act -> {
                    var refusals = guard.refusals(act);
                    return new ActionView(
                            act.verb(),
                            ADDRESS + round.id() + "/actions/" + act.verb(),
                            refusals.isEmpty(),
                            act.needs(),
                            refusals.stream()
                                    .map(each -> problems.item(each, locale))
                                    .toList());
                })
                .toList();
    }
}
