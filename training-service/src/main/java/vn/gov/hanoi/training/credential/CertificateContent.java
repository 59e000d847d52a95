package vn.gov.hanoi.training.credential;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything a certificate says, as it was on the day of issue. It names no personal number and no birth date. */
@Schema(name = "CertificateContent", description = "Everything the certificate says, as on the day of issue")
public record CertificateContent(
        @Schema(
                description = "Number; it cannot be guessed from another one",
                examples = "HN26-7KQ4-M2XD-9RTC",
                maxLength = 40)
        String number,

        @Schema(description = "Who holds it") Holder holder,
        @Schema(description = "What was completed") Course course,

        @Schema(description = "Outcome, as in Vietnamese on paper", examples = "Đạt", maxLength = 100)
        String outcome,

        @Schema(description = "Unit that held the class") Party heldBy,
        @Schema(description = "Unit that issues") Party issuer,
        @Schema(description = "Decision that it rests on") Decision decision,

        @Schema(description = "Day of issue in Hanoi", examples = "2026-11-29")
        LocalDate issuedOn,

        @Schema(description = "Last day on which it is valid; null without end", nullable = true) @Nullable
        LocalDate expiresOn,

        @Schema(description = "Number of the revoked certificate that it replaces; null if none", nullable = true)
        @Nullable
        String replaces,

        @Schema(
                description = "Version of this content: 2 since kinds of courses are named; null of those before",
                examples = "2",
                nullable = true)
        @Nullable
        Integer version) {
    /** What is written today. */
    public static final int VERSION = 2;

    @Schema(name = "CertificateHolder")
    public record Holder(
            @Schema(description = "Id of the officer") UUID officerId,

            @Schema(description = "Name", examples = "Nguyễn Thị Mẫu", maxLength = 200)
            String name,

            @Schema(description = "Code of the officer; not the personal number", examples = "CB000123", maxLength = 40)
            String officerCode) {}

    @Schema(name = "CertificateCourse")
    public record Course(
            @Schema(description = "Title", examples = "Bồi dưỡng kỹ năng lãnh đạo cấp phòng", maxLength = 300)
            String title,

            @Schema(description = "Code of the course; null if it has none", maxLength = 40, nullable = true) @Nullable
            String code,

            @Schema(description = "What it is for, as the plan says", maxItems = 20)
            List<Coded> contents,

            @Schema(
                    description = "Hours of instruction, scale 2; null if not named",
                    examples = "40.00",
                    nullable = true)
            @Nullable
            BigDecimal hours,

            @Schema(description = "First day", examples = "2026-05-11")
            LocalDate firstDay,

            @Schema(description = "Last day", examples = "2026-05-15")
            LocalDate lastDay,

            @Schema(description = "Place; null if not named", maxLength = 2000, nullable = true) @Nullable
            String place,

            @Schema(
                    description = "Kind of training by the plan; null of certificates before version 2",
                    nullable = true)
            @Nullable
            Kind kind) {
        public Course {
            contents = List.copyOf(contents);
            hours = hours == null ? null : hours.setScale(2);
        }
    }

    @Schema(name = "CertificateKind", description = "Codes of the plan line, with their names on the first day")
    public record Kind(
            @Schema(description = "Degree or refresher; null if the plan does not say", nullable = true) @Nullable
            Coded type,

            @Schema(description = "Form; null if the plan does not say", nullable = true) @Nullable
            Coded form,

            @Schema(description = "Content; null if the plan does not say", nullable = true) @Nullable
            Coded content) {
        /** Names of form and content, as far as they are said. */
        public List<String> names() {
            return Stream.of(form, content)
                    .filter(Objects::nonNull)
                    .map(Coded::name)
                    .toList();
        }
    }

    @Schema(name = "CertificateCoded")
    public record Coded(
            @Schema(description = "Code", maxLength = 40) String code,

            @Schema(description = "Name then in force, in Vietnamese", maxLength = 200)
            String name) {}

    @Schema(name = "CertificateParty")
    public record Party(
            @Schema(description = "Code of the unit", examples = "H26.1", maxLength = 35)
            String code,

            @Schema(description = "Name of the unit", maxLength = 300)
            String name) {}

    @Schema(name = "CertificateDecision")
    public record Decision(
            @Schema(description = "Number", examples = "112/QĐ-MẪU", maxLength = 100)
            String number,

            @Schema(description = "Day of signing", examples = "2026-05-20")
            LocalDate signedOn) {}

    public boolean isExpired(LocalDate today) {
        return expiresOn != null && today.isAfter(expiresOn);
    }
}
