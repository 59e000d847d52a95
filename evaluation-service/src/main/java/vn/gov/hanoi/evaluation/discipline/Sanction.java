package vn.gov.hanoi.evaluation.discipline;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A sanction with its stored days: whatever the law says later, they stay.
 *
 * @param effectiveOn first day, in Hanoi
 * @param effectMonths months that it was given
 * @param endsOn last day, inclusive
 * @param bans what it forbids, each with its months and last day, in the order of {@link Ban}
 * @param liftedOn first day on which it holds no more since the person was acquitted; null if that did not happen
 */
record Sanction(
        String form,
        LocalDate effectiveOn,
        int effectMonths,
        LocalDate endsOn,
        List<Forbidden> bans,
        @Nullable LocalDate liftedOn) {
    Sanction {
        bans = List.copyOf(bans);
    }

    /** @param endsOn last day, inclusive */
    record Forbidden(Ban kind, int months, LocalDate endsOn) {}

    /** Where a day stands. */
    enum Status {
        /** Chưa có hiệu lực. */
        NOT_YET,
        /** Đang có hiệu lực. */
        IN_FORCE,
        /** Đã hết hiệu lực. */
        ENDED,
        /** Được khôi phục. */
        LIFTED
    }

    /** @param lastDay last day of so many months from the first day on */
    static Sanction of(
            String form, LocalDate effectiveOn, int months, Map<Ban, Integer> bans, IntFunction<LocalDate> lastDay) {
        return new Sanction(
                form,
                effectiveOn,
                months,
                lastDay.apply(months),
                new EnumMap<>(bans)
                        .entrySet().stream()
                                .map(ban -> new Forbidden(ban.getKey(), ban.getValue(), lastDay.apply(ban.getValue())))
                                .toList(),
                null);
    }

    /** The same from another first day on, with the months that it was given. */
    Sanction from(LocalDate day, DisciplineRules rules) {
        var months = new EnumMap<Ban, Integer>(Ban.class);
        bans.forEach(ban -> months.put(ban.kind(), ban.months()));
        return of(form, day, effectMonths, months, each -> rules.lastDay(day, each));
    }

    /** The same, lifted from a day on. */
    Sanction lifted(LocalDate day) {
        return new Sanction(form, effectiveOn, effectMonths, endsOn, bans, day);
    }

    /** The last day of all that it forbids. */
    LocalDate lastsUntil() {
        return bans.stream().map(Forbidden::endsOn).reduce(endsOn, (one, other) -> other.isAfter(one) ? other : one);
    }

    Status status(LocalDate day) {
        if (liftedOn != null && !day.isBefore(liftedOn)) {
            return Status.LIFTED;
        }
        if (day.isBefore(effectiveOn)) {
            return Status.NOT_YET;
        }
        return day.isAfter(endsOn) ? Status.ENDED : Status.IN_FORCE;
    }

    /** Whether something is forbidden on a day. */
    boolean forbids(Forbidden ban, LocalDate day) {
        boolean lifted = liftedOn != null && !day.isBefore(liftedOn);
        return !lifted && !day.isBefore(effectiveOn) && !day.isAfter(ban.endsOn());
    }
}
