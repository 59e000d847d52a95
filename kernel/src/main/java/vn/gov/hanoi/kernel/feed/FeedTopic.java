package vn.gov.hanoi.kernel.feed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.Set;

/**
 * Who may read a topic in the feed, as the data file of the service says.
 *
 * @param audience internal topics are never in the feed
 * @param collection first part of the subject of its events
 * @param reach which units a reader's scope must stand to
 * @param readers roles that read it within that reach
 * @param self roles that read what is about the own person; only for topics whose key is the officer
 * @param events facts with their version, for example {@code published.v1}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FeedTopic(
        Audience audience,
        String collection,
        Reach reach,
        Set<String> readers,
        Set<String> self,
        Map<String, Object> events) {
    /** Stands among the readers of what everybody with a token may read. */
    static final String ANYBODY = "**";

    enum Audience {
        FEED,
        INTERNAL
    }

    /** Where the event belongs, seen from the unit of the reader. */
    enum Reach {
        /** The unit that the event names is the reader's or below it. */
        WITHIN,
        /** The unit that the event names is the reader's, or below or above it. */
        NEAR,
        /** The officer that is the key has the main post in the reader's unit or below it, today. */
        POST,
        /** Everywhere. */
        ALL
    }

    FeedTopic {
        reach = reach == null ? Reach.WITHIN : reach;
        readers = readers == null ? Set.of() : Set.copyOf(readers);
        self = self == null ? Set.of() : Set.copyOf(self);
        events = Map.copyOf(events);
    }

    boolean isReadBy(Set<String> roles) {
        return readers.contains(ANYBODY) || readers.stream().anyMatch(roles::contains);
    }

    boolean isOwnOf(Set<String> roles) {
        return self.stream().anyMatch(roles::contains);
    }
}
