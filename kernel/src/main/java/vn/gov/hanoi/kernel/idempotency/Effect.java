package vn.gov.hanoi.kernel.idempotency;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a command does to a record, as a trial shows it beforehand. */
@Schema(name = "Effect")
public record Effect(
        @Schema(description = "Collection and id of the record, for example evaluations/{id}", maxLength = 100)
        String subject,

        @Schema(description = "What happens to it, for example SUPERSEDED", maxLength = 40)
        String change,

        @Schema(description = "Facts before") Map<String, @Nullable Object> was,

        @Schema(description = "The same facts after it") Map<String, @Nullable Object> now) {
    public Effect {
        was = Collections.unmodifiableMap(new LinkedHashMap<>(was));
        now = Collections.unmodifiableMap(new LinkedHashMap<>(now));
    }
}
