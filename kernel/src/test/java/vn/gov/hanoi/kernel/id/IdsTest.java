package vn.gov.hanoi.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final int MANY = 20_000;

    @Test
    void shouldMakeVersion7OfTheIetfVariant() {
        // When
        var id = Ids.next();

        // Then
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void shouldIncreaseAsPostgresOrdersThem() {
        // When
        var ids = Stream.generate(Ids::next).limit(MANY).map(UUID::toString).toList();

        // Then
        assertThat(ids).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Test
    void shouldNeverRepeatUnderManyThreadsAndIncreaseForEach() throws Exception {
        // Given
        Callable<List<String>> maker =
                () -> Stream.generate(Ids::next).limit(MANY).map(UUID::toString).toList();
        var all = new ArrayList<String>();

        // When
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var made : threads.invokeAll(java.util.Collections.nCopies(8, maker))) {
                assertThat(made.get()).isSorted();
                all.addAll(made.get());
            }
        }

        // Then
        assertThat(new HashSet<>(all)).hasSize(8 * MANY);
    }
}
