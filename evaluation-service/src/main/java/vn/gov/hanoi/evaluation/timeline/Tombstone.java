package vn.gov.hanoi.evaluation.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record of a delta that the client shall forget. */
@Schema(name = "Tombstone")
public record Tombstone(
        @Schema(description = "Identifier") UUID id,

        @JsonProperty("_deleted") @Schema(description = "Always true")
        boolean deleted,

        @Schema(description = "Why it is gone") Cause reason,

        @Schema(description = "What took its place", maxItems = 1000)
        List<UUID> replacedBy) {
    /** Why a record is gone from a list. */
    public enum Cause {
        /** Not in force any more. */
        ENDED,
        /** Others took over. */
        MERGED,
        /** Erased by law. */
        ERASED,
        /** Not the caller's to see any more. */
        OUT_OF_SCOPE
    }

    public static Tombstone of(UUID id, Cause reason, List<UUID> replacedBy) {
        return new Tombstone(id, true, reason, replacedBy);
    }
}
