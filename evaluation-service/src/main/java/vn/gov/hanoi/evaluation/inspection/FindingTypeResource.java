package vn.gov.hanoi.evaluation.inspection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.FindingRules.Severity;
import vn.gov.hanoi.evaluation.inspection.FindingRules.Type;
import vn.gov.hanoi.evaluation.timeline.ListParams;

/** The types of findings, for whoever records one and whoever answers for one. */
@Path("/finding-types")
@Tag(
        name = "Finding Types",
        description = "What inspections can find, what it costs, and in how many days it is remedied")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class FindingTypeResource {
    private final Clock clock;

    FindingTypeResource(Clock clock) {
        this.clock = clock;
    }

    @Schema(name = "FindingTypes")
    record TypesView(
            @Schema(
                    description = "Document and version; null before the first one",
                    nullable = true,
                    maxLength = 60,
                    examples = "FINDING-TYPES v1")
            @Nullable
            String rules,

            @Schema(description = "Day of the event that is asked for")
            LocalDate asOf,

            @Schema(description = "Whether somebody has checked the document against the law")
            boolean legallyChecked,

            @Schema(description = "Months within which the same type in the same unit is a repeat", nullable = true)
            @Nullable
            Integer repeatMonths,

            @Schema(description = "Types in force on the day", maxItems = 100)
            List<TypeView> items) {}

    @Schema(name = "FindingType")
    record TypeView(
            @Schema(description = "Code", maxLength = 40, examples = "ONE_STOP_ABSENT")
            String code,

            @Schema(description = "Names in both languages") Map<String, String> names,

            @Schema(description = "How serious it is") Severity severity,

            @Schema(description = "Points off in group I of the month for who did it, scale 4", examples = "5.0000")
            BigDecimal personPoints,

            @Schema(description = "Points off for who was head on the day, scale 4", examples = "2.0000")
            BigDecimal headPoints,

            @Schema(description = "Points off for who was head when it is a repeat, scale 4", examples = "5.0000")
            BigDecimal headRepeatedPoints,

            @Schema(description = "Days to remedy it, from the day on which it is recorded", examples = "15")
            int remediationDays,

            @Schema(description = "LAW, SECONDARY or ASSUMED", maxLength = 20, examples = "ASSUMED")
            String confidence) {}

    @GET
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER, InspectionRoles.PARTICIPANT
    })
    @Operation(
            operationId = "listFindingTypes",
            summary = "Types of findings for an event of a day",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Loại vi phạm áp dụng cho sự việc trong ngày"),
                @Extension(
                        name = "x-permission",
                        value = "inspection-lead, inspector, inspection-reader, evaluation-participant"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public TypesView list(
            @Parameter(description = "Day of the event; default today in Hanoi") @QueryParam("asOf") @Nullable
                    String asOf) {
        var asked = ListParams.day(asOf);
        var day = asked == null ? LocalDate.now(clock) : asked;
        return FindingRules.on(day)
                .map(rules -> new TypesView(
                        rules.cited(),
                        day,
                        rules.legalCheck().isDone(),
                        rules.repeatMonths(),
                        rules.types().stream().map(type -> view(rules, type)).toList()))
                .orElseGet(() -> new TypesView(null, day, false, null, List.of()));
    }

    private static TypeView view(FindingRules rules, Type type) {
        return new TypeView(
                type.code(),
                Map.of("vi", type.title().vi(), "en", type.title().en()),
                type.severity(),
                points(type.person()),
                points(type.head()),
                points(type.headRepeated()),
                type.days() == null ? rules.remediationDays() : type.days(),
                type.confidence().name());
    }

    private static BigDecimal points(BigDecimal points) {
        return points.setScale(4);
    }
}
