package vn.gov.hanoi.kernel.idempotency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answer to {@code validateOnly=true}: the request would have succeeded; nothing was changed, stored or told. */
@Schema(name = "DryRun")
public record DryRun(
        @Schema(description = "Always true: what is not valid is answered as a problem", examples = "true")
        boolean valid,

        @Schema(description = "Codes of what is allowed but unusual", maxItems = 500)
        List<String> warnings,

        @Schema(description = "What would happen to other records")
        List<Effect> effects) {
    /** With the warnings and the effects that the real answer would have. */
    static DryRun of(Object answer) {
        return new DryRun(
                true,
                answer instanceof Warned warned ? warned.warningCodes() : List.of(),
                answer instanceof Effective effective ? effective.effects() : List.of());
    }
}
