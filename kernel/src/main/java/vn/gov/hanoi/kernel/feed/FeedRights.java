package vn.gov.hanoi.kernel.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.feed.FeedTopic.Reach;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Says what a caller may read in the feed: the topics of the roles, each within its reach. */
@ApplicationScoped
class FeedRights {
    private final FeedTopics topics;
    private final FeedQueries queries;
    private final Scopes scopes;

    FeedRights(FeedTopics topics, FeedQueries queries, Scopes scopes) {
        this.topics = topics;
        this.queries = queries;
        this.scopes = scopes;
    }

    /**
     * Refusals: auth.role-missing if no role reads any topic; scope.unit-unknown.
     *
     * @param until end of the caller's token
     */
    FeedViewer of(Caller caller, Instant until) {
        Map<Reach, Set<String>> read = new EnumMap<>(Reach.class);
        var own = new HashSet<String>();
        topics.all().forEach((name, topic) -> {
            if (topic.isReadBy(caller.roles())) {
                read.computeIfAbsent(topic.reach(), _ -> new HashSet<>()).add(name);
            }
            if (topic.isOwnOf(caller.roles())) {
                own.add(name);
            }
        });
        if (read.isEmpty() && own.isEmpty()) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
        var scope = scopes.of(caller);
        var officer = caller.officerCode() == null ? null : queries.officer(caller.officerCode());
        return new FeedViewer(
                caller.subject(),
                set(read.get(Reach.WITHIN)),
                set(read.get(Reach.NEAR)),
                set(read.get(Reach.POST)),
                set(read.get(Reach.ALL)),
                set(own),
                scope.rootUnitId(),
                officer,
                until);
    }

    private static Set<String> set(@Nullable Set<String> names) {
        return names == null ? Set.of() : Set.copyOf(names);
    }
}
