package vn.gov.hanoi.evaluation.unit;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A unit as other records name it. */
@Schema(name = "UnitReference")
public record UnitReference(
        @Schema(description = "Identifier") UUID id,

        @Schema(description = "Code", maxLength = UnitCode.LONGEST)
        String code,

        @Schema(description = "Name", maxLength = 200) String name) {}
