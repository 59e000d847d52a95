package vn.gov.hanoi.evaluation.annual;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the person was in the year.
 *
 * @param posts held at the end of the year; at least one
 * @param service all stays that touch the year; at least one
 * @param leaves all that touch the year
 * @param secondedTo unit that receives the person by secondment (biệt phái) at the end of the year; null if none
 * @param opinions old units whose opinion is there
 * @param endedUnits old units that no longer exist
 */
public record Career(
        List<Post> posts,
        List<Stay> service,
        List<Leave> leaves,
        @Nullable UUID secondedTo,
        Set<UUID> opinions,
        Set<UUID> endedUnits) {
    public Career {
        posts = List.copyOf(posts);
        service = List.copyOf(service);
        leaves = List.copyOf(leaves);
        opinions = Set.copyOf(opinions);
        endedUnits = Set.copyOf(endedUnits);
        if (posts.isEmpty() || service.isEmpty()) {
            throw new IllegalArgumentException("a person without post or service has no year");
        }
    }
}
