package vn.gov.hanoi.selection.result;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The result of a round was published: data of {@code vn.gov.hanoi.selection.result.published.v1}. No points, nobody who was not chosen.
 *
 * @param id of the result
 * @param posts all posts of the round
 */
record ResultPublished(UUID id, long version, UUID roundId, UUID unitId, LocalDate publishedOn, List<ChosenFor> posts) {
    ResultPublished {
        posts = List.copyOf(posts);
    }

    /** @param officerIds who has the first rank; empty if nobody passed both rounds */
    record ChosenFor(UUID vacancyId, List<UUID> officerIds) {
        ChosenFor {
            officerIds = List.copyOf(officerIds);
        }
    }
}
