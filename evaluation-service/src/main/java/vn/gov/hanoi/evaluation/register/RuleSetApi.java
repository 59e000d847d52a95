package vn.gov.hanoi.evaluation.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Confidence;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.ruleset.RuleSetKind;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** Answers about rule sets. */
final class RuleSetApi {
    private RuleSetApi() {}

    @Schema(name = "RuleSetTitle")
    record TitleView(
            @Schema(description = "In Vietnamese", maxLength = 1000)
            String vi,

            @Schema(description = "In English", maxLength = 1000)
            String en) {}

    @Schema(name = "RuleSetSummary")
    record RuleSetSummary(
            @Schema(description = "Identifier of this version, UUIDv7")
            UUID id,

            @Schema(description = "Tag of this record for If-Match", maxLength = 22)
            String etag,

            @Schema(
                    description = "Code of the rule set, the same for all versions",
                    maxLength = 40,
                    examples = "HN-M-2022")
            String code,

            @Schema(description = "Version of the rules, from 1", minimum = "1")
            int version,

            @Schema(description = "Sheets of periods, or years")
            RuleSetKind kind,

            @Schema(description = "How far it has come") RuleSetStatus status,

            @Schema(description = "Title") TitleView title,

            @Schema(description = "First day in force") LocalDate effectiveFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate effectiveTo,

            @Schema(description = "Lengths of period that it rates", maxItems = 5)
            List<PeriodType> periods,

            @Schema(description = "SHA-256 of the content, without status and legal check", maxLength = 64)
            String digest,

            @Schema(description = "Whether it came with the product")
            boolean shipped,

            @Schema(description = "When it was drafted") Instant createdAt,

            @Schema(description = "When it was published on trial; null before", nullable = true) @Nullable
            Instant publishedAt,

            @Schema(description = "When it was made official; null before", nullable = true) @Nullable
            Instant officialAt) {}

    @Schema(name = "RuleSet")
    record RuleSetView(
            @Schema(description = "Identifier of this version, UUIDv7")
            UUID id,

            @Schema(description = "Tag of this record for If-Match", maxLength = 22)
            String etag,

            @Schema(
                    description = "Code of the rule set, the same for all versions",
                    maxLength = 40,
                    examples = "HN-M-2022")
            String code,

            @Schema(description = "Version of the rules, from 1", minimum = "1")
            int version,

            @Schema(description = "Sheets of periods, or years")
            RuleSetKind kind,

            @Schema(description = "How far it has come") RuleSetStatus status,

            @Schema(description = "Title") TitleView title,

            @Schema(description = "First day in force") LocalDate effectiveFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate effectiveTo,

            @Schema(description = "Lengths of period that it rates", maxItems = 5)
            List<PeriodType> periods,

            @Schema(description = "SHA-256 of the content, without status and legal check", maxLength = 64)
            String digest,

            @Schema(description = "Whether it came with the product")
            boolean shipped,

            @Schema(description = "When it was drafted") Instant createdAt,

            @Schema(description = "When it was published on trial; null before", nullable = true) @Nullable
            Instant publishedAt,

            @Schema(description = "When it was made official; null before", nullable = true) @Nullable
            Instant officialAt,

            @Schema(description = "To whom it applies, and when", maxItems = 50)
            List<ApplicationView> appliesTo,

            @Schema(description = "Documents it rests on", maxItems = 50)
            List<BasisView> legalBases,

            @Schema(description = "Parameters that a lawyer has to look at", maxItems = 1000)
            List<OpenPointView> openPoints,

            @Schema(description = "The legal check that made it official; null before", nullable = true) @Nullable
            LegalCheckView legalCheck,

            @Schema(description = "Why no official rating may rest on it; empty if one may", maxItems = 20)
            List<Blocker> ratingBlockers,

            @Schema(description = "Opaque id of the person who drafted it", maxLength = 100)
            String author,

            @Schema(description = "Opaque id of the person who gave it its present content", maxLength = 100)
            String changedBy,

            @Schema(
                    description = "Opaque id of the person who published it; null before",
                    maxLength = 100,
                    nullable = true)
            @Nullable
            String approver,

            @Schema(description = "Path of the document as YAML", maxLength = 200)
            String documentHref,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions) {}

    @Schema(name = "RuleSetApplication")
    record ApplicationView(
            @Schema(description = "Categories of personnel", maxItems = 5)
            List<Category> categories,

            @Schema(description = "Types of unit", maxItems = 9)
            List<UnitType> unitTypes,

            @Schema(description = "First day") LocalDate effectiveFrom,

            @Schema(description = "First day no longer; null if open", nullable = true) @Nullable
            LocalDate effectiveTo,

            @Schema(
                    description = "Code of the choice that is left to the unit or the City; null if none",
                    maxLength = 60,
                    nullable = true)
            @Nullable
            String unitSwitch,

            @Schema(description = "Whether it applies as long as nobody chose")
            boolean initially,

            @Schema(description = "How sure that is") Confidence confidence) {}

    @Schema(name = "RuleSetLegalBasis")
    record BasisView(
            @Schema(description = "Name inside the rule set", maxLength = 40)
            String key,

            @Schema(description = "Number", maxLength = 100, examples = "335/2025/NĐ-CP")
            String number,

            @Schema(description = "Who issued it", maxLength = 200)
            String issuer,

            @Schema(description = "Day of the signature; null if not known", nullable = true) @Nullable
            LocalDate date,

            @Schema(description = "Part that matters; null if all of it", maxLength = 1000, nullable = true) @Nullable
            String article,

            @Schema(description = "How sure the document itself is")
            Confidence confidence,

            @Schema(description = "What is open about it; null if nothing", maxLength = 1000, nullable = true) @Nullable
            String note) {}

    @Schema(name = "RuleSetOpenPoint")
    record OpenPointView(
            @Schema(description = "RFC 6901 pointer into the document", maxLength = 2000)
            String pointer,

            @Schema(description = "Number of the legal basis", maxLength = 100)
            String number,

            @Schema(description = "Part of it; null if all of it", maxLength = 1000, nullable = true) @Nullable
            String article,

            @Schema(description = "How sure the value is") Confidence confidence,

            @Schema(
                    description = "What is assumed or open; null if nothing is written",
                    maxLength = 1000,
                    nullable = true)
            @Nullable
            String note) {}

    @Schema(name = "RuleSetLegalCheck")
    record LegalCheckView(
            @Schema(description = "Person or office that checked", maxLength = 200)
            String by,

            @Schema(description = "Document in which it is written down")
            Decision decision,

            @Schema(description = "Opaque id of the person who made the rule set official on it", maxLength = 100)
            String recordedBy) {}

    /** An act that a version offers, and what speaks against it now. */
    @Schema(name = "RuleSetAction")
    record ActionView(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "What the act needs besides the version", maxItems = 5)
            List<String> needs,

            @Schema(description = "What speaks against it", maxItems = 20)
            List<Blocker> blockedBy) {}

    @Schema(name = "RuleSetBlocker")
    record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words", maxLength = 500)
            String detail) {}
}
