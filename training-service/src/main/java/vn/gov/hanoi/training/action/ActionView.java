package vn.gov.hanoi.training.action;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An act, and what speaks against it now. */
@Schema(name = "Action")
public record ActionView(
        @Schema(description = "Verb", examples = "cancel", maxLength = 20)
        String name,

        @Schema(description = "Path", maxLength = 200) String href,

        @Schema(description = "Whether the caller may do it now")
        boolean enabled,

        @Schema(description = "What the act needs besides the version", maxItems = 5)
        List<String> needs,

        @Schema(description = "What speaks against it", maxItems = 20)
        List<Blocker> blockedBy) {
    /** A reason against an act. */
    @Schema(name = "ActionBlocker")
    public record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words, in Vietnamese", maxLength = 500)
            String detail) {}
}
