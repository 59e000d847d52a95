package vn.gov.hanoi.selection.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.application.ApplicationState;
import vn.gov.hanoi.selection.defence.Defences;
import vn.gov.hanoi.selection.defence.Defences.Drawn;
import vn.gov.hanoi.selection.defence.Defences.Scored;
import vn.gov.hanoi.selection.paper.Written;
import vn.gov.hanoi.selection.paper.WrittenResult;
import vn.gov.hanoi.selection.result.Standings.Entry;
import vn.gov.hanoi.selection.result.Standings.Post;
import vn.gov.hanoi.selection.result.Standings.Tie;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.DefenceRules;
import vn.gov.hanoi.selection.ruleset.Mean;
import vn.gov.hanoi.selection.ruleset.Ranking;
import vn.gov.hanoi.selection.ruleset.Ranking.Candidate;
import vn.gov.hanoi.selection.ruleset.Ranking.Outcome;
import vn.gov.hanoi.selection.ruleset.Ranking.SeparatedBy;
import vn.gov.hanoi.selection.ruleset.Ranking.Standing;

/** Computes where everybody stands, from the written marks, the opened sheets and what the council decided between equal candidates. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ComputeStandings {
    private static final int SCALE = 2;

    private final Written written;
    private final Defences defences;
    private final ApplicationDesk applications;
    private final Rounds rounds;

    ComputeStandings(Written written, Defences defences, ApplicationDesk applications, Rounds rounds) {
        this.written = written;
        this.defences = defences;
        this.applications = applications;
        this.rounds = rounds;
    }

    /** @param ties by post; one that does not name exactly the equal candidates of today is left out */
    List<Post> of(Round round, Map<UUID, Tie> ties) {
        var rules = defences.rules(round);
        var marks = written.results(round.id()).stream()
                .collect(Collectors.toMap(WrittenResult::applicationId, Function.identity()));
        var scored =
                defences.scored(round).stream().collect(Collectors.toMap(Scored::applicationId, Function.identity()));
        var codes = defences.drawn(round.id()).map(Drawn::codes).orElse(Map.of());
        var all = applications.ofRound(round.id());
        return rounds.posts(round).stream()
                .map(post -> {
                    var candidates = all.stream()
                            .filter(each -> each.vacancyId().equals(post.vacancyId()) && marks.containsKey(each.id()))
                            .map(each -> candidate(
                                    each, Objects.requireNonNull(marks.get(each.id())), scored.get(each.id())))
                            .toList();
                    return post(post.vacancyId(), candidates, rules, codes, ties.get(post.vacancyId()));
                })
                .toList();
    }

    private static Post post(
            UUID vacancyId,
            List<Candidate> candidates,
            DefenceRules rules,
            Map<UUID, String> codes,
            @Nullable Tie tie) {
        var undecided = Ranking.of(candidates, rules, List.of());
        boolean fits = tie != null && new HashSet<>(tie.order()).equals(new HashSet<>(Ranking.equal(undecided)));
        var standings =
                fits ? Ranking.of(candidates, rules, Objects.requireNonNull(tie).order()) : undecided;
        return new Post(
                vacancyId,
                standings.stream()
                        .map(each -> entry(
                                each,
                                Objects.requireNonNull(
                                        codes.get(each.candidate().id()))))
                        .toList(),
                fits ? tie : null);
    }

    private static Candidate candidate(Application application, WrittenResult mark, @Nullable Scored scored) {
        return new Candidate(
                application.id(),
                mark.points(),
                mark.passed(),
                gone(application, mark, scored),
                scored == null ? List.of() : scored.totals());
    }

    private static @Nullable Outcome gone(Application application, WrittenResult mark, @Nullable Scored scored) {
        if (mark.absent()) {
            return Outcome.ABSENT_FROM_WRITTEN;
        }
        if (mark.excluded()) {
            return Outcome.EXCLUDED;
        }
        if (application.state() != ApplicationState.RECEIVED) {
            return Outcome.WITHDRAWN;
        }
        return mark.passed() && scored == null ? Outcome.INELIGIBLE : null;
    }

    private static Entry entry(Standing standing, String code) {
        var project = standing.project();
        return new Entry(
                standing.candidate().id(),
                code,
                standing.outcome(),
                standing.rank(),
                scaled(standing.candidate().written()),
                project == null ? null : scaled(project.sum()),
                project == null ? 0 : project.count(),
                told(project),
                told(standing.total()),
                standing.separatedBy());
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal points) {
        return points == null ? null : points.setScale(SCALE);
    }

    private static @Nullable BigDecimal told(@Nullable Mean mean) {
        return mean == null ? null : mean.told();
    }

    /** Whether a tie lies across the border between who is chosen and who is not. */
    static boolean isOpen(Post post, int positions) {
        var ranked = post.entries().stream().filter(each -> each.rank() != null).toList();
        return ranked.size() > positions && ranked.get(positions).separatedBy() == SeparatedBy.NOTHING;
    }
}
