package vn.gov.hanoi.kernel.idempotency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answer to {@code validateOnly=true}: the request would have succeeded; nothing was changed, stored or told. */
@Schema(name = "DryRun")
public record DryRun(boolean valid, List<String> warnings, List<String> effects) {
    static final DryRun VALID = new DryRun(true, List.of(), List.of());
}
