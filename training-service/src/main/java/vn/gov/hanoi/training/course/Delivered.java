package vn.gov.hanoi.training.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.directory.UnitRef;

/**
 * How a class that is over ended for a learner.
 *
 * @param officerName name at the nomination
 * @param learnerUnit unit of the learner at the nomination
 * @param hostUnit unit that held the class, as on its first day
 * @param courseCode what was taught; null if not named
 * @param hours of all sessions, scale 2; null if none were named
 * @param firstDay first class day
 * @param outcome PASSED, FAILED, ABSENT or EXEMPT
 * @param score scale 4; null if there is none
 * @param scoreMaximum best score; null without a score
 * @param planLineName what the class is for, as the plan says
 * @param kind by the plan line
 * @param place where its sessions were held; null if none were named
 */
public record Delivered(
        UUID enrolmentId,
        UUID classId,
        UUID officerId,
        String officerCode,
        String officerName,
        UnitRef learnerUnit,
        UnitRef hostUnit,
        String title,
        @Nullable String courseCode,
        UUID planLineId,
        @Nullable BigDecimal hours,
        LocalDate firstDay,
        LocalDate lastDay,
        String outcome,
        @Nullable BigDecimal score,
        @Nullable BigDecimal scoreMaximum,
        String planLineCode,
        String planLineName,
        @Nullable String place,
        Kind kind) {
    /** A code of the lists of the law, with its Vietnamese name on the first class day. */
    public record Coded(String code, String name) {}

    /** What kind of training the plan line says it is; null where it says nothing. */
    public record Kind(
            @Nullable Coded type,
            @Nullable Coded form,
            @Nullable Coded content) {}
}
