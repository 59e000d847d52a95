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
    /**
     * Whether an event may be for this viewer: true too often rather than too seldom, but never for what is about somebody else to who
     * reads of the own person only. There are many of those, and steps all day.
     *
     * @param key what the event is about
     * @param reached whether its place lies in the units of the viewer
     */
    boolean mayRead(String topic, UUID key, boolean reached) {
        return within.contains(topic) && reached
                || near.contains(topic)
                || post.contains(topic)
                || everywhere.contains(topic)
                || own.contains(topic) && key.equals(officer);
    }
}
