package vn.gov.hanoi.training.directory;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A unit named inside an answer, with the code and name that counted when the record was made. */
@Schema(name = "UnitRef")
public record UnitRef(
        UUID id,

        @Schema(description = "Code then in force", examples = "H26", maxLength = 35)
        String code,

        @Schema(description = "Name then in force") String name) {}
