package vn.gov.hanoi.selection.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.eligibility.Eligible;
import vn.gov.hanoi.selection.objection.Objections;
import vn.gov.hanoi.selection.paper.Written;
import vn.gov.hanoi.selection.paper.WrittenResult;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.WithdrawalRule;

/** Who goes on to the second round, by what the written round came to. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Contestants {
    private final Written written;
    private final Objections objections;
    private final Eligible eligible;
    private final ApplicationDesk applications;
    private final Rounds rounds;

    Contestants(
            Written written, Objections objections, Eligible eligible, ApplicationDesk applications, Rounds rounds) {
        this.written = written;
        this.objections = objections;
        this.eligible = eligible;
        this.applications = applications;
        this.rounds = rounds;
    }

    /** Those who passed the written round, still stand and are eligible. */
    List<Application> goingOn(Round round) {
        var passed = passed(round);
        return eligible.of(round.id()).stream()
                .filter(each -> passed.contains(each.id()))
                .toList();
    }

    /** Whether no objection can change any more who goes on. */
    boolean areFinal(Round round) {
        return round.stateOn(rounds.today()) == RoundState.ROUND1_PUBLISHED && objections.areSettled(round.id());
    }

    /** Refusal: selection.marks-not-final. */
    List<Refusal> settled(Round round) {
        return objections.areSettled(round.id()) ? List.of() : List.of(Refusal.of(SelectionProblem.MARKS_NOT_FINAL));
    }

    /**
     * Somebody who passed has left since, and fewer than the post needs go on. Refusal: selection.continuation-undecided, for each post, unless there is a
     * decision or the rule needs none.
     */
    List<Refusal> undecided(
            Round round, List<Application> going, WithdrawalRule rule, @Nullable DecisionPart decision) {
        if (rule == WithdrawalRule.CONTINUE || decision != null) {
            return List.of();
        }
        var passed = passed(round);
        var left = applications.ofRound(round.id()).stream()
                .filter(each -> passed.contains(each.id()) && !going.contains(each))
                .map(Application::vacancyId)
                .collect(Collectors.toSet());
        return rounds.posts(round).stream()
                .filter(post -> left.contains(post.vacancyId()))
                .filter(post -> {
                    long many = going.stream()
                            .filter(each -> each.vacancyId().equals(post.vacancyId()))
                            .count();
                    return many > 0 && many < post.candidatesNeeded();
                })
                .map(post -> Refusal.of(SelectionProblem.CONTINUATION_UNDECIDED, "vacancyId", post.vacancyId())
                        .at("/decision"))
                .toList();
    }

    private Set<UUID> passed(Round round) {
        return written.results(round.id()).stream()
                .filter(WrittenResult::passed)
                .map(WrittenResult::applicationId)
                .collect(Collectors.toSet());
    }
}
