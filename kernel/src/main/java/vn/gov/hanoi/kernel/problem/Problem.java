package vn.gov.hanoi.kernel.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of every answer that is not a success: RFC 9457 with our members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "RFC 9457 problem details; clients decide on code, never on text")
public record Problem(
        @Schema(
                description = "Address of the code in the catalogue",
                maxLength = 200,
                examples = "/platform/v1/problems/resource.not-found")
        String type,

        @Schema(
                description = "Short text in the language of Content-Language",
                maxLength = 300,
                examples = "Không tìm thấy")
        String title,

        @Schema(description = "HTTP status", minimum = "400", maximum = "599", examples = "404")
        int status,

        @Schema(
                description = "What happened and what to do",
                examples = "Ở địa chỉ này không có hồ sơ nào dành cho bạn. Hãy kiểm tra địa chỉ.")
        String detail,

        @Schema(description = "Path of the request", maxLength = 8192, examples = "/evaluation/v1/units")
        String instance,

        @Schema(description = "Stable code, area.kebab-case", maxLength = 100, examples = "resource.not-found")
        String code,

        @Schema(description = "Facts by name; no personal data")
        Map<String, Object> args,

        @Schema(description = "All reasons, at most 100", maxItems = 100)
        List<Item> errors,

        @Schema(
                description = "Trace id, also in the header Trace-Id",
                maxLength = 32,
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,

        @Schema(
                description = "service or gateway",
                enumeration = {"service", "gateway"},
                extensions = @Extension(name = "x-extensible-enum", value = "true", parseValue = true))
        String source,

        @Schema(description = "Whether the same request may succeed later", examples = "false")
        boolean retryable) {

    /** One reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemItem")
    public record Item(
            @Schema(description = "Stable code", maxLength = 100, examples = "request.invalid-value")
            String code,

            @Schema(description = "Facts by name") Map<String, Object> args,

            @Schema(description = "RFC 6901 pointer into the request body", maxLength = 1000, examples = "/validFrom")
            @Nullable
            String pointer,

            @Schema(description = "Query parameter or header", maxLength = 200, examples = "If-Match") @Nullable
            String parameter,

            @Schema(description = "Text in the language of Content-Language")
            String detail) {}
}
