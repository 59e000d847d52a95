package vn.gov.hanoi.evaluation.reorganisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Placement;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.PostException;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Rank;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Rule;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Succession;

/** Says where each post goes: its own exception first, else the rule of its unit. Pure; try-out and act use the same. */
final class Placements {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Map<String, UUID> refs;
    private final Map<UUID, Placement> rules;
    private final Map<UUID, PostException> exceptions;
    private final Map<UUID, List<Succession>> successions;

    /** @param content without faults of form */
    Placements(PlanContent content, Map<String, UUID> refs) {
        this.refs = refs;
        this.rules = content.placements().stream().collect(Collectors.toMap(Placement::fromUnitId, each -> each));
        this.exceptions =
                content.exceptions().stream().collect(Collectors.toMap(PostException::assignmentId, each -> each));
        this.successions = content.successions().stream().collect(Collectors.groupingBy(Succession::fromUnitId));
    }

    /**
     * The moves of all posts that move or end. A post of a unit without a rule and without an exception stays.
     *
     * @param posts all posts of the units that have a rule, and those that have an exception
     */
    List<Move> of(List<Post> posts) {
        var moves = new ArrayList<Move>();
        var byUnit = new HashMap<UUID, List<Post>>();
        for (var post : posts) {
            var exception = exceptions.get(post.id());
            if (exception != null) {
                moves.add(excepted(post, exception));
            } else if (rules.containsKey(post.unitId())) {
                byUnit.computeIfAbsent(post.unitId(), _ -> new ArrayList<>()).add(post);
            }
        }
        byUnit.forEach((unit, own) -> place(own, rules.get(unit), moves));
        return moves;
    }

    private void place(List<Post> posts, @Nullable Placement rule, List<Move> moves) {
        if (rule == null) {
            return;
        }
        if (rule.rule() == Rule.SHARE) {
            share(posts, rule, moves);
            return;
        }
        var to = rule.rule() == Rule.END ? null : rule.to().resolve(refs);
        posts.forEach(post -> moves.add(ruled(post, to, rule)));
    }

    /**
     * The i-th of n posts goes to the successor in whose part of the unit (i - 1/2) / n lies. What is given to nobody stays. So
     * each successor gets its share of the posts to within one.
     */
    private void share(List<Post> posts, Placement rule, List<Move> moves) {
        var takers = successions.getOrDefault(rule.fromUnitId(), List.of());
        var sorted = posts.stream().sorted(Comparator.comparing(Post::id)).toList();
        var twice = TWO.multiply(BigDecimal.valueOf(sorted.size()));
        for (int i = 0; i < sorted.size(); i++) {
            var place = BigDecimal.valueOf(2L * i + 1);
            var upTo = BigDecimal.ZERO;
            for (var taker : takers) {
                upTo = upTo.add(taker.share());
                if (place.compareTo(upTo.multiply(twice)) < 0) {
                    moves.add(ruled(sorted.get(i), taker.to().resolve(refs), rule));
                    break;
                }
            }
        }
    }

    private static Move ruled(Post post, @Nullable UUID to, Placement rule) {
        var position =
                switch (post.position()) {
                    case HEAD -> rule.headAs() == null ? Rank.STAFF : rule.headAs();
                    case DEPUTY_HEAD -> rule.deputyAs() == null ? Rank.STAFF : rule.deputyAs();
                    case STAFF -> Rank.STAFF;
                };
        boolean lost = post.position() != Rank.STAFF && position == Rank.STAFF;
        var title = lost && rule.titleAs() != null ? rule.titleAs() : post.title();
        return new Move(post, to, position, title, lost ? false : post.leader());
    }

    private Move excepted(Post post, PostException exception) {
        var position = exception.position() == null ? post.position() : exception.position();
        var leader = exception.leader() == null
                ? exception.position() == null ? post.leader() : position != Rank.STAFF
                : exception.leader();
        return new Move(
                post,
                exception.ends() ? null : exception.to().resolve(refs),
                position,
                exception.title() == null ? post.title() : exception.title(),
                leader);
    }
}
