package vn.gov.hanoi.evaluation.timeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a recorded fact is changed. */
@Schema(name = "Reason", additionalProperties = Schema.False.class)
public record Reason(
        @Schema(
                description = "Code, for example RECORDED_WRONGLY or DECISION_CHANGED",
                maxLength = 40,
                pattern = "^[A-Z][A-Z_]{1,39}$",
                examples = "RECORDED_WRONGLY")
        @NotNull
        @jakarta.validation.constraints.Pattern(regexp = "[A-Z][A-Z_]{1,39}")
        String code,

        @Schema(description = "In words; kept in the audit", maxLength = 500) @NotBlank @Size(max = 500)
        String text) {
    /** A number of 12 or, before 2016, 9 digits, as people write it. */
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("[0-9](?:[ .-]?[0-9]){8,}");

    /** As the audit keeps it beside other details: code, and text without anything that could be a personal number. */
    public Map<String, Object> audited(Map<String, ?> details) {
        var all = new LinkedHashMap<String, Object>(details);
        all.put("reason", code);
        all.put("text", PERSONAL_NUMBER.matcher(text).replaceAll("***"));
        return all;
    }
}
