package vn.gov.hanoi.kernel.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that arrived.
 *
 * @param source service that told it, for example {@code /evaluation/v1}
 * @param id stable over retries and replays; null for a tombstone
 * @param type full type with version
 * @param key officer, unit or vacancy the fact is about
 * @param sequence contiguous per record from 1; 0 for a tombstone
 * @param time when the fact was recorded; null if the event does not say, and for a tombstone
 * @param data payload; unknown fields are ignored. Null means: forget the key
 */
public record InboundEvent(
        String source,
        @Nullable UUID id,
        String type,
        UUID key,
        long sequence,
        @Nullable Instant time,
        @Nullable JsonNode data) {}
