package vn.gov.hanoi.evaluation.inspection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Title;

/**
 * What an inspection asks, in one version.
 *
 * @param version null for a draft
 */
record Checklist(
        UUID id,
        String code,
        @Nullable Integer version,
        Title title,
        List<Item> items,
        @Nullable Instant publishedAt,
        long rowVersion) {
    Checklist {
        items = List.copyOf(items);
    }

    /** @param area what the question is about; ONE_STOP for the receiving and result-returning desk */
    record Item(String code, String area, Title question) {}

    boolean isPublished() {
        return publishedAt != null;
    }
}
