package vn.gov.hanoi.evaluation.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.Decision;

/** Answers about sanctions, and the forms that there are. */
final class SanctionApi {
    private SanctionApi() {}

    @Schema(name = "Sanctions")
    record SanctionsView(
            @Schema(description = "Whose they are") OfficerReference officer,

            @Schema(description = "Day that the states are of")
            LocalDate asOf,

            @Schema(description = "Sanctions as they stand, the latest first", maxItems = 1000)
            List<SanctionView> items) {}

    @Schema(name = "Sanction")
    record SanctionView(
            @Schema(description = "Case that it was decided on")
            UUID caseId,

            @Schema(description = "Form of discipline", maxLength = 40)
            String form,

            @Schema(description = "The decision that imposed it")
            Decision decision,

            @Schema(description = "Whether the violation was in duty")
            boolean inDuty,

            @Schema(description = "First day") LocalDate effectiveOn,

            @Schema(description = "Last day, inclusive; it ends by itself")
            LocalDate endsOn,

            @Schema(description = "First day without it by an acquittal; null if there is none", nullable = true)
            @Nullable
            LocalDate liftedOn,

            @Schema(description = "Where the day stands") Sanction.Status status,

            @Schema(description = "What it forbids", maxItems = 10)
            List<BanView> bans) {}

    @Schema(name = "SanctionBan")
    record BanView(
            @Schema(description = "What is forbidden") Ban kind,

            @Schema(description = "Last day, inclusive") LocalDate endsOn,

            @Schema(description = "Whether it is forbidden on the day")
            boolean holds) {}

    @Schema(name = "DisciplineForms")
    record FormsView(
            @Schema(description = "Code of the rules", maxLength = 40, examples = "VN-DISCIPLINE")
            String ruleSet,

            @Schema(description = "Version of the rules") int version,

            @Schema(description = "Day that is asked for") LocalDate asOf,

            @Schema(description = "Whether somebody has checked the rules against the law")
            boolean legallyChecked,

            @Schema(description = "Grounds for which consideration may be suspended on the day", maxItems = 50)
            List<String> suspensions,

            @Schema(description = "Grounds for which there is no limitation on the day", maxItems = 50)
            List<String> exemptions,

            @Schema(description = "Forms of all periods of law, the lightest first in each", maxItems = 500)
            List<FormView> items) {}

    @Schema(name = "DisciplineForm")
    record FormView(
            @Schema(description = "Code", maxLength = 40, examples = "REPRIMAND")
            String code,

            @Schema(description = "Names in both languages") Map<String, String> names,

            @Schema(description = "Period of law", maxLength = 40, examples = "VN-2025")
            String regime,

            @Schema(description = "First day on which it can be decided")
            LocalDate validFrom,

            @Schema(description = "First day on which it no longer can; null if there is none", nullable = true)
            @Nullable
            LocalDate validTo,

            @Schema(description = "Whether it can be decided on the day")
            boolean decidable,

            @Schema(description = "Categories of people", maxItems = 10)
            List<String> categories,

            @Schema(
                    description = "true: only for those who lead; false: only for those who do not; null for both",
                    nullable = true)
            @Nullable
            Boolean leader,

            @Schema(description = "Whether a disciplinary council is heard first")
            boolean council,

            @Schema(description = "Months from the act in which a case may be opened for it")
            int limitationMonths,

            @Schema(description = "Months that it lasts") int effectMonths,

            @Schema(description = "Months of what it forbids")
            Map<Ban, Integer> bans,

            @Schema(description = "LAW, SECONDARY or ASSUMED", maxLength = 20)
            String confidence) {}
}
