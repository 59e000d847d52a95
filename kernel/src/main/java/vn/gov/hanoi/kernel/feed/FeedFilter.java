package vn.gov.hanoi.kernel.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.kernel.http.Params;

/**
 * Which of the visible events are asked for.
 *
 * @param types full names; empty means all
 * @param subjects records; empty means all
 */
record FeedFilter(Set<String> types, Set<UUID> subjects) {
    private static final int MOST = 20;

    FeedFilter {
        types = Set.copyOf(types);
        subjects = Set.copyOf(subjects);
    }

    /** Refusal: query.invalid-parameter for types and collections that are not in the feed of this service. */
    static FeedFilter of(List<String> types, List<String> subjects, FeedTopics topics) {
        if (types.size() > MOST || subjects.size() > MOST) {
            throw Params.invalid(types.size() > MOST ? "type" : "subject", "at most " + MOST);
        }
        for (var type : types) {
            if (topics.ofType(type).isEmpty()) {
                throw Params.invalid("type", "type of an event in this feed");
            }
        }
        var ids = new HashSet<UUID>();
        for (var subject : subjects) {
            int slash = subject.indexOf('/');
            if (slash < 0 || !topics.hasCollection(subject.substring(0, slash))) {
                throw Params.invalid("subject", "collection/id of a record in this feed");
            }
            ids.add(Params.uuid("subject", subject.substring(slash + 1)));
        }
        return new FeedFilter(new HashSet<>(types), ids);
    }
}
