package vn.gov.hanoi.kernel.feed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The topics that this service tells, from its file {@code events.yaml}; what does not stand there is in no feed. */
@ApplicationScoped
class FeedTopics {
    private static final String FILE = "events.yaml";
    private static final String PREFIX = "vn.gov.hanoi.";

    private final Map<String, FeedTopic> topics;
    private final Map<String, String> topicsByType;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Content(Map<String, FeedTopic> topics) {}

    @Inject
    FeedTopics() {
        this(read());
    }

    FeedTopics(Map<String, FeedTopic> all) {
        topics = all.entrySet().stream()
                .filter(each -> each.getValue().audience() == FeedTopic.Audience.FEED)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        topicsByType = topics.entrySet().stream()
                .flatMap(each -> each.getValue().events().keySet().stream()
                        .map(fact -> Map.entry(PREFIX + each.getKey() + "." + fact, each.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, FeedTopic> read() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return new YAMLMapper()
                    .readValue(Objects.requireNonNull(file, FILE), Content.class)
                    .topics();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Topics of the feed by name. */
    Map<String, FeedTopic> all() {
        return topics;
    }

    /** The topic of a type of event; empty for types that are not in the feed. */
    Optional<String> ofType(String type) {
        return Optional.ofNullable(topicsByType.get(type));
    }

    boolean hasCollection(String collection) {
        return topics.values().stream().anyMatch(each -> each.collection().equals(collection));
    }
}
