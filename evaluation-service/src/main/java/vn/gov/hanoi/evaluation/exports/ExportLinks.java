package vn.gov.hanoi.evaluation.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.exports.ExportApi.Link;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.seal.Sealer;

/** Links to files: each works for one file, one person and one client, and for an hour. Nothing is kept of them. */
@ApplicationScoped
class ExportLinks {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Sealer sealer;
    private final Clock clock;
    private final ExportConfig config;

    ExportLinks(Sealer sealer, Clock clock, ExportConfig config) {
        this.sealer = sealer;
        this.clock = clock;
        this.config = config;
    }

    /** @param removedAt when the file will be removed; no link works longer */
    Link to(UUID exportId, Caller caller, Instant removedAt) {
        var end = clock.instant().plus(config.linkValid()).truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = end.isAfter(removedAt) ? removedAt : end;
        var sealed = sealer.seal(
                ByteBuffer.allocate(Long.BYTES)
                        .putLong(expiresAt.toEpochMilli())
                        .array(),
                context(exportId, caller));
        return new Link(
                "/evaluation/v1/exports/" + exportId + "/file?ticket=" + ENCODER.encodeToString(sealed), expiresAt);
    }

    /** Refusals: query.invalid-parameter for a ticket of another file or caller, export.link-expired. */
    void require(@Nullable String ticket, UUID exportId, Caller caller) {
        var expiresAt = Instant.ofEpochMilli(
                ByteBuffer.wrap(open(ticket, exportId, caller)).getLong());
        if (!clock.instant().isBefore(expiresAt)) {
            throw new Refused(EvaluationProblem.EXPORT_LINK_EXPIRED);
        }
    }

    private byte[] open(@Nullable String ticket, UUID exportId, Caller caller) {
        try {
            return sealer.open(Base64.getUrlDecoder().decode(ticket == null ? "" : ticket), context(exportId, caller))
                    .orElseThrow(ExportLinks::invalid);
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    private static Refused invalid() {
        return Params.invalid("ticket", "file.href of the export");
    }

    private static String context(UUID exportId, Caller caller) {
        return "export-links/" + exportId + "/" + caller.client() + "/" + caller.subject();
    }
}
