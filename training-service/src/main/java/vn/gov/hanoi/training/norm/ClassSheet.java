package vn.gov.hanoi.training.norm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the cost sheet of a class. */
@Schema(name = "ClassCostSheet", description = "A version of what a class is to cost; the newest counts")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ClassSheet(
        @Schema(description = "Version, from 1 without gaps", examples = "1")
        int number,

        @Schema(description = "As it was computed by the norms of then")
        CostSheet sheet,

        @Schema(description = "Its sum without what is above the ceilings, in đồng", examples = "38500000")
        long withinNormsVnd,

        @Schema(description = "When it was recorded") Instant recordedAt,

        @Schema(description = "Who recorded it, as the token says", maxLength = 200)
        String recordedBy) {}
