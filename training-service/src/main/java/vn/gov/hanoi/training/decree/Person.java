package vn.gov.hanoi.training.decree;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who shall be sent.
 *
 * @param inService whether the person has a main post on the day of sending
 * @param firstPostOn first day of the earliest known main post; null if none is known
 * @param levels told annual levels by year, A-D or NOT_RATED
 * @param firstSentOn first day on which the person was sent to a degree before; null if never
 * @param ban what forbids training on the day of sending; null if nothing does
 */
public record Person(
        boolean inService,
        @Nullable LocalDate firstPostOn,
        Map<Integer, String> levels,
        @Nullable LocalDate firstSentOn,
        @Nullable Ban ban,
        Stated stated) {
    public Person {
        levels = Map.copyOf(levels);
    }

    /**
     * A sanction, or a case that is considered.
     *
     * @param lastDay inclusive; null while a case is considered
     */
    public record Ban(String form, @Nullable LocalDate lastDay) {}

    /**
     * What the proposing unit states from the personnel file, since no event tells it. Null: not stated.
     *
     * @param probationEndedOn first day of service after probation
     * @param treatyProgramme whether a foreign programme under a treaty sends
     * @param evidence documents of the file
     */
    public record Stated(
            @Nullable LocalDate bornOn,
            @Nullable LocalDate probationEndedOn,
            @Nullable Boolean fieldFits,
            @Nullable Boolean priorityGroup,
            boolean treatyProgramme,
            @Nullable Boolean programmeMet,
            String evidence) {}
}
