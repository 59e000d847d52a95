package vn.gov.hanoi.kernel.idempotency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answer to {@code validateOnly=true}: the request would have succeeded; nothing was changed, stored or told. */
@Schema(name = "DryRun")
public record DryRun(boolean valid, List<String> warnings, List<Effect> effects) {
    /** With the warnings and the effects that the real answer would have. */
    static DryRun of(Object answer) {
        return new DryRun(
                true,
                answer instanceof Warned warned ? warned.warningCodes() : List.of(),
                answer instanceof Effective effective ? effective.effects() : List.of());
    }
}
