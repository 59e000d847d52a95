package vn.gov.hanoi.kernel.feed;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one caller may read, resolved once for a page and once for the life of a wait or stream, which ends with the token.
 *
 * @param subject person or system, for the limits
 * @param within topics by their unit
 * @param near topics by their unit, also of units above
 * @param post topics by the main post of the officer
 * @param everywhere topics without a place
 * @param own topics about the own person
 * @param root unit of the scope
 * @param officer officer that the caller is; null if none
 * @param until end of the token
 */
record FeedViewer(
        String subject,
        Set<String> within,
        Set<String> near,
        Set<String> post,
        Set<String> everywhere,
        Set<String> own,
        UUID root,
        @Nullable UUID officer,
        Instant until) {
    boolean reads(String topic) {
        return within.contains(topic)
                || near.contains(topic)
                || post.contains(topic)
                || everywhere.contains(topic)
                || own.contains(topic);
    }
}
