package vn.gov.hanoi.training.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;

/** How a class is held: what may still change until it begins. Absent lists are empty. */
@Schema(name = "ClassSetup", additionalProperties = Schema.False.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record ClassSetup(
        @Schema(
                description =
                        "What is taught; who passed a class of it is not enrolled in another one. Null if not named",
                examples = "LDCP",
                maxLength = 35,
                nullable = true)
        @Nullable
        @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
        String courseCode,

        @Schema(
                description = "Share of hours that must be attended to pass, in percent, 0-100, scale 4; null for none",
                examples = "80.0000",
                nullable = true)
        @Nullable
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 4)
        BigDecimal minimumAttendancePercent,

        @Schema(
                description = "Best score, 1-1000, scale 4; null if nothing is scored",
                examples = "10.0000",
                nullable = true)
        @Nullable
        @DecimalMin("1")
        @DecimalMax("1000")
        @Digits(integer = 4, fraction = 4)
        BigDecimal scoreMaximum,

        @Schema(
                description =
                        "Least score of who passed, from 0 to the best score, scale 4; null if the score does not decide",
                examples = "5.0000",
                nullable = true)
        @Nullable
        @DecimalMin("0")
        @DecimalMax("1000")
        @Digits(integer = 4, fraction = 4)
        BigDecimal passMark,

        @Schema(description = "Categories of personnel for whom it is; empty for all", maxItems = 20)
        @Nullable
        @Size(max = 20)
        List<
                        @NotNull @Size(max = PlainText.CODE_LENGTH)
                        @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE) String>
                targetCategories,

        @Schema(
                description = "Units that may nominate, with all below them, besides the unit that holds the class",
                maxItems = 1000)
        @Nullable
        @Size(max = 1000)
        List<@NotNull UUID> invitedUnitIds,

        @Schema(description = "Sessions in Hanoi time, within the days of the class", maxItems = 400)
        @Nullable
        @Size(max = 400)
        List<@Valid @NotNull SessionView> sessions) {
    /** Nothing is said yet. */
    static final ClassSetup EMPTY = new ClassSetup(null, null, null, null, List.of(), List.of(), List.of());

    @Schema(
            name = "ClassSession",
            additionalProperties = Schema.False.class,
            description = "A session (buổi) of a class")
    record SessionView(
            @Schema(description = "Class day", examples = "2026-05-11") @NotNull @PlausibleDay
            LocalDate day,

            @Schema(description = "Begin, Hanoi time", examples = "08:00", maxLength = 5)
            @NotNull
            @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "HH:mm")
            String startsAt,

            @Schema(description = "End, Hanoi time, on the same day", examples = "11:30", maxLength = 5)
            @NotNull
            @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "HH:mm")
            String endsAt,

            @Schema(description = "Hours taught, above 0, at most from begin to end, scale 2", examples = "3.25")
            @NotNull
            @DecimalMin("0.01")
            @DecimalMax("24")
            @Digits(integer = 2, fraction = 2)
            BigDecimal hours,

            @Schema(description = "Where", examples = "Hội trường A, 35 Tăng Bạt Hổ", maxLength = 200)
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String place,

            @Schema(description = "Who teaches; null while nobody is named", maxLength = 200, nullable = true)
            @Nullable
            @Size(max = 200)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String lecturer) {
        Session session() {
            return new Session(
                    day,
                    LocalTime.parse(startsAt),
                    LocalTime.parse(endsAt),
                    hours.setScale(2),
                    PlainText.of(place),
                    lecturer == null ? null : PlainText.of(lecturer));
        }

        static SessionView of(Session session) {
            return new SessionView(
                    session.day(),
                    session.startsAt().toString(),
                    session.endsAt().toString(),
                    session.hours(),
                    session.place(),
                    session.lecturer());
        }
    }

    @JsonProperty
    @Override
    public List<String> targetCategories() {
        return targetCategories == null ? List.of() : List.copyOf(targetCategories);
    }

    @JsonProperty
    @Override
    public List<UUID> invitedUnitIds() {
        return invitedUnitIds == null ? List.of() : List.copyOf(invitedUnitIds);
    }

    @JsonProperty
    @Override
    public List<SessionView> sessions() {
        return sessions == null ? List.of() : List.copyOf(sessions);
    }

    Timetable timetable() {
        return new Timetable(sessions().stream().map(SessionView::session).toList());
    }
}
