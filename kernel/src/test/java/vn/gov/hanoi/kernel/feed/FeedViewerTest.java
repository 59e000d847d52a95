package vn.gov.hanoi.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is woken by an event. */
class FeedViewerTest {
    private static final List<String> TOPICS = List.of("within", "near", "post", "all", "own", "internal");

    private final UUID officer = UUID.randomUUID();
    private final FeedViewer viewer = TestLog.viewer(UUID.randomUUID(), officer);

    @Test
    void shouldBeWokenByEachTopicThatMayReach() {
        // Then
        assertThat(woken(UUID.randomUUID(), true)).containsExactly("within", "near", "post", "all");
        assertThat(woken(UUID.randomUUID(), false)).containsExactly("near", "post", "all");
        assertThat(woken(officer, false)).containsExactly("near", "post", "all", "own");
    }

    @Test
    void shouldNotBeWokenAsSomebodyElseWithoutAnOfficer() {
        // Given
        var nobody = TestLog.viewer(UUID.randomUUID(), null);

        // Then
        assertThat(nobody.mayRead("own", officer, true)).isFalse();
    }

    private List<String> woken(UUID key, boolean reached) {
        return TOPICS.stream()
                .filter(topic -> viewer.mayRead(topic, key, reached))
                .toList();
    }
}
