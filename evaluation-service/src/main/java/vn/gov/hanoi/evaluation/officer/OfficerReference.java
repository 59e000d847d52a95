package vn.gov.hanoi.evaluation.officer;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An officer as other records name him or her. */
@Schema(name = "OfficerReference")
public record OfficerReference(
        @Schema(description = "Identifier") UUID id,

        @Schema(description = "Personnel code", maxLength = 24)
        String officerCode,

        @Schema(description = "Full name", maxLength = 100) String fullName) {}
