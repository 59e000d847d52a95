package vn.gov.hanoi.evaluation.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Span;
import vn.gov.hanoi.evaluation.timeline.Timeline;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * A cadre, civil servant, public employee or contract worker of the City (CBCCVC) with posts in time. One main post at a time; others
 * beside it. An officer never changes here; each command gives the officer as he or she is to be recorded, in the next version.
 *
 * @param version of the record, from 1
 * @param posts by first day, then id
 */
record Officer(UUID id, String officerCode, long version, Identity identity, List<Post> posts) {
    private static final Comparator<Post> OLDEST_FIRST =
            Comparator.comparing((Post post) -> post.validity().from()).thenComparing(Post::id);

    /** Refusal: assignment.main-overlaps. */
    Officer {
        posts = posts.stream().sorted(OLDEST_FIRST).toList();
        refuseTwoMain(posts);
    }

    /** A new officer in version 1 with the main post. */
    static Officer enter(UUID id, String officerCode, Identity identity, Post main) {
        return new Officer(id, officerCode, 1, identity, List.of(main));
    }

    /** Who it really is. */
    Officer correct(Identity right) {
        return new Officer(id, officerCode, version + 1, right, posts);
    }

    /**
     * Moves to another main post (điều động, bổ nhiệm): the present one ends on the first day of the new one, which takes the rest of its
     * time. Whoever has none on that day returns, until the next one that is recorded. Refusal: assignment.ends-before-begin if the
     * present one begins on the same day.
     *
     * @param next open main post
     */
    Officer assign(Post next) {
        var day = next.validity().from();
        var present = mainOn(day);
        if (present.isPresent()) {
            var old = present.get();
            var end = old.validity().to();
            var posted = new ArrayList<>(replaced(old.id(), shortened(old, day)));
            posted.add(next.during(new Validity(day, end)));
            return with(posted);
        }
        var following = posts.stream()
                .filter(post -> post.main() && post.validity().from().isAfter(day))
                .findFirst();
        return take(next.during(
                new Validity(day, following.map(post -> post.validity().from()).orElse(null))));
    }

    /** With a further post. Refusal: assignment.main-overlaps. */
    Officer take(Post post) {
        var all = new ArrayList<>(posts);
        all.add(post);
        return with(all);
    }

    /** Leaves a post on a day. Refusals: assignment.ends-before-begin, assignment.ended if it ends on that day or before. */
    Officer leave(UUID postId, LocalDate day) {
        var post = post(postId).orElseThrow();
        var end = post.validity().to();
        if (end != null && !day.isBefore(end)) {
            throw new Refused(Refusal.of(EvaluationProblem.ASSIGNMENT_ENDED, "validTo", end.toString()));
        }
        return with(replaced(postId, shortened(post, day)));
    }

    /** What a post really was. Refusal: assignment.main-overlaps. */
    Officer correct(Post right) {
        return with(replaced(right.id(), right));
    }

    private static Post shortened(Post post, LocalDate end) {
        if (!end.isAfter(post.validity().from())) {
            throw new Refused(Refusal.of(
                    EvaluationProblem.ASSIGNMENT_ENDS_BEFORE_BEGIN,
                    "validFrom",
                    post.validity().from().toString()));
        }
        return post.during(new Validity(post.validity().from(), end));
    }

    private List<Post> replaced(UUID postId, Post by) {
        return posts.stream().map(post -> post.id().equals(postId) ? by : post).toList();
    }

    private Officer with(List<Post> changed) {
        return new Officer(id, officerCode, version + 1, identity, changed);
    }

    Optional<Post> post(UUID postId) {
        return posts.stream().filter(post -> post.id().equals(postId)).findFirst();
    }

    /** The posts held on a day. */
    List<Post> on(LocalDate day) {
        return posts.stream().filter(post -> post.validity().contains(day)).toList();
    }

    Optional<Post> mainOn(LocalDate day) {
        return mains().at(day);
    }

    /** The main post on a day, or the last before, or the first after. */
    Post mainNear(LocalDate day) {
        return mains().nearest(day).orElseGet(posts::getFirst);
    }

    /** Legal category by the main post on a day, or the last before, or the first after. */
    Category category(LocalDate day) {
        return mainNear(day).category();
    }

    private Timeline<Post> mains() {
        return new Timeline<>(posts.stream()
                .filter(Post::main)
                .map(post -> new Span<>(post.validity(), post))
                .toList());
    }

    /** The first day of the first post. */
    LocalDate begin() {
        return posts.getFirst().validity().from();
    }

    /** The first day without any post; null if one is open. */
    @Nullable
    LocalDate end() {
        return posts.stream().anyMatch(post -> post.validity().to() == null)
                ? null
                : posts.stream()
                        .map(post -> Objects.requireNonNull(post.validity().to()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static void refuseTwoMain(List<Post> sorted) {
        Post last = null;
        for (var post : sorted) {
            if (post.main()) {
                if (last != null && last.validity().overlaps(post.validity())) {
                    throw new Refused(EvaluationProblem.ASSIGNMENT_MAIN_OVERLAPS);
                }
                last = post;
            }
        }
    }
}
