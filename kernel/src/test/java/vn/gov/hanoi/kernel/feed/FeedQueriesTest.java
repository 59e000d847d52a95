package vn.gov.hanoi.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.gov.hanoi.kernel.feed.TestLog.envelopes;
import static vn.gov.hanoi.kernel.feed.TestLog.viewer;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.problem.Refused;

/** Who sees which event, and how far a reader has come. */
class FeedQueriesTest {
    private static final FeedFilter ANY = new FeedFilter(Set.of(), Set.of());
    private static final String AFTER = "after";

    private final UUID record = UUID.randomUUID();
    private TestLog log;
    private UUID city;
    private UUID department;
    private UUID division;
    private UUID other;
    private long start;

    @BeforeEach
    void makeUnits() throws SQLException {
        log = new TestLog();
        city = log.unit(null);
        department = log.unit(city);
        division = log.unit(department);
        other = log.unit(city);
        start = log.told("internal", UUID.randomUUID(), UUID.randomUUID(), city);
    }

    @AfterEach
    void rollBack() throws SQLException {
        log.close();
    }

    private List<String> seen(FeedViewer viewer) {
        return envelopes(log.queries().page(viewer, ANY, start, 500, AFTER));
    }

    @Test
    void shouldShowEachTopicWithinItsReachOnly() throws SQLException {
        // Given
        var officer = log.officer(department);
        var sent = new LinkedHashMap<String, UUID>();
        for (var topic : List.of("within", "near", "post", "all", "own", "internal", "unheard-of")) {
            var subject = UUID.randomUUID();
            sent.put(topic, subject);
            log.told(topic, subject, officer, department);
        }

        // When
        var viewers = new LinkedHashMap<String, FeedViewer>();
        viewers.put("above", viewer(city, null));
        viewers.put("same", viewer(department, null));
        viewers.put("below", viewer(division, null));
        viewers.put("beside", viewer(other, null));
        viewers.put("self elsewhere", viewer(other, officer));
        viewers.put("self of another", viewer(other, UUID.randomUUID()));
        var matrix = new LinkedHashMap<String, List<String>>();
        viewers.forEach((name, viewer) -> {
            var seen = seen(viewer);
            matrix.put(
                    name,
                    sent.entrySet().stream()
                            .filter(each -> seen.contains(each.getValue() + " 1"))
                            .map(Map.Entry::getKey)
                            .toList());
        });

        // Then
        assertThat(matrix)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "above", List.of("within", "near", "post", "all"),
                        "same", List.of("within", "near", "post", "all"),
                        "below", List.of("near", "all"),
                        "beside", List.of("all"),
                        "self elsewhere", List.of("all", "own"),
                        "self of another", List.of("all")));
    }

    @Test
    void shouldMoveARecordAsAWholeSoThatSequencesStayContiguous() throws SQLException {
        // Given
        log.told("within", record, record, department);
        log.told("within", record, record, null);
        var before = seen(viewer(department, null));

        // When
        log.told("within", record, record, other);

        // Then
        assertThat(before).containsExactly(record + " 1", record + " 2");
        assertThat(seen(viewer(department, null))).isEmpty();
        assertThat(seen(viewer(other, null))).containsExactly(record + " 1", record + " 2", record + " 3");
    }

    @Test
    void shouldFollowTheOfficerWhereTheTopicGoesByThePost() throws SQLException {
        // Given
        var officer = log.officer(department);
        log.told("post", record, officer, null);
        assertThat(seen(viewer(department, null))).hasSize(1);

        // When
        log.post(officer, other, "2020-01-01");

        // Then
        assertThat(seen(viewer(department, null))).isEmpty();
        assertThat(seen(viewer(other, null))).hasSize(1);
    }

    @Test
    void shouldHideWhatHasNoPlaceAndWhatNamesAnUnknownOne() throws SQLException {
        // When
        log.told("within", record, record, null);
        log.told("near", UUID.randomUUID(), record, UUID.randomUUID());
        log.told("post", UUID.randomUUID(), UUID.randomUUID(), city);

        // Then
        assertThat(seen(viewer(city, null))).isEmpty();
    }

    @Test
    void shouldFilterByTypeAndByRecord() throws SQLException {
        // Given
        log.told("within", record, record, city);
        log.told("all", record, record, city);
        log.told("within", UUID.randomUUID(), record, city);

        // When
        var types = new FeedFilter(Set.of(TestLog.TYPE.formatted("within")), Set.of(record));
        var subjects = new FeedFilter(Set.of(), Set.of(record));
        var queries = log.queries();

        // Then
        assertThat(envelopes(queries.page(viewer(city, null), types, start, 9, AFTER)))
                .containsExactly(record + " 1");
        assertThat(envelopes(queries.page(viewer(city, null), subjects, start, 9, AFTER)))
                .containsExactly(record + " 1", record + " 2");
    }

    @Test
    void shouldWalkInBoundedStepsAlsoWhereLittleIsVisible() throws SQLException {
        // Given
        for (int i = 0; i < 25; i++) {
            log.told("within", UUID.randomUUID(), record, i % 12 == 0 ? city : null);
        }
        var queries = log.queries(10);

        // When
        var steps = new java.util.ArrayList<FeedSlice>();
        long at = start;
        do {
            steps.add(queries.page(viewer(city, null), ANY, at, 2, AFTER));
            at = steps.getLast().through();
        } while (steps.getLast().more());

        // Then
        assertThat(steps).extracting(step -> step.items().size()).containsExactly(1, 1, 1);
        assertThat(at).isEqualTo(queries.newest());
    }

    @Test
    void shouldEndAPageAtItsLimit() throws SQLException {
        // Given
        for (int i = 0; i < 5; i++) {
            log.told("within", record, record, city);
        }

        // When
        var first = log.queries().page(viewer(city, null), ANY, start, 3, AFTER);
        var second = log.queries().page(viewer(city, null), ANY, first.through(), 3, AFTER);

        // Then
        assertThat(first.more()).isTrue();
        assertThat(envelopes(first)).containsExactly(record + " 1", record + " 2", record + " 3");
        assertThat(second.more()).isFalse();
        assertThat(envelopes(second)).containsExactly(record + " 4", record + " 5");
    }

    @Test
    void shouldPurgeInPortionsAndRefusePlacesBeforeWhatIsKept() throws SQLException {
        // Given
        var key = UUID.randomUUID();
        log.told("directory.unit", key, key, key);
        for (int i = 0; i < 7; i++) {
            log.told("within", record, record, city);
        }
        log.aged(401);
        long kept = log.told("within", record, record, city);
        var queries = log.queries();

        // When
        new FeedRetention(
                        log.transaction.source(), Clock.systemUTC(), Duration.ofDays(400), 3, List.of("directory.unit"))
                .purge();

        // Then
        assertThatThrownBy(() -> queries.page(viewer(city, null), ANY, start, 9, AFTER))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(410));
        assertThat(envelopes(queries.page(viewer(city, null), ANY, null, 9, AFTER)))
                .containsExactly(record + " 8");
        assertThat(envelopes(queries.page(viewer(city, null), ANY, kept - 1, 9, AFTER)))
                .containsExactly(record + " 8");
        assertThat(queries.arrived(0, 10))
                .extracting(FeedQueries.Arrived::topic)
                .containsExactly("directory.unit", "within");
    }

    @Test
    void shouldRefuseAPlaceAheadOfTheLog() {
        // Given
        var queries = log.queries();

        // When Then
        assertThatThrownBy(() -> queries.page(viewer(city, null), ANY, start + 1, 9, AFTER))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void shouldTellWhichScopesAreReached() throws SQLException {
        // When
        var reaching = log.queries().reaching(List.of(city, department, division, other), List.of(division));

        // Then
        assertThat(reaching).containsExactlyInAnyOrder(city, department, division);
    }
}
