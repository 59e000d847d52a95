package vn.gov.hanoi.training.codelist;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers about code lists. */
final class CodeListApi {
    private CodeListApi() {}

    @Schema(name = "CodeNames", description = "The name in both languages")
    record Names(
            @Schema(description = "In Vietnamese", examples = "Tiếng dân tộc", maxLength = 200)
            String vi,

            @Schema(description = "In English", examples = "Ethnic languages", maxLength = 200)
            String en) {}

    @Schema(name = "Code", description = "A code with the days it is valid")
    record CodeView(
            @Schema(description = "Code", examples = "ETHNIC_LANGUAGES", maxLength = 40)
            String code,

            @Schema(description = "Names") Names names,

            @Schema(description = "First day", examples = "2017-10-21")
            LocalDate validFrom,

            @Schema(
                    description = "First day without it; null while it goes on",
                    examples = "2021-12-10",
                    nullable = true)
            @Nullable
            LocalDate validTo,

            @Schema(description = "Where it comes from", maxLength = 500)
            String legalBasis,

            @Schema(description = "LAW, SECONDARY or ASSUMED", examples = "LAW")
            String mark,

            @Schema(description = "true: a lawyer has not yet confirmed it")
            boolean legalCheck) {}

    @Schema(name = "CodeList", description = "The codes of a list that are valid on a day")
    record CodeListView(
            @Schema(description = "Name of the list", examples = "training-contents")
            String list,

            @Schema(description = "The day", examples = "2020-06-01")
            LocalDate asOf,

            @Schema(description = "Codes in the order of the law", maxItems = 200)
            List<CodeView> items) {}
}
