package vn.gov.hanoi.kernel.sanctioncopy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the sanctions of one officer, and the cases about the officer that are considered, forbid on a day. */
record SanctionCheck(List<ToldSanction> sanctions, List<ToldExamination> examinations) {
    private static final Comparator<@Nullable LocalDate> OPEN_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    SanctionCheck {
        sanctions = List.copyOf(sanctions);
        examinations = List.copyOf(examinations);
    }

    /** All that is forbidden on a day, in the order of what and until when. */
    List<Held> on(LocalDate day) {
        var imposed = sanctions.stream()
                .flatMap(sanction -> sanction.bans().stream().map(ban -> held(sanction, ban)))
                .filter(held -> !day.isBefore(held.effectiveOn()) && !isOver(held, day));
        var considered = examinations.stream()
                .filter(examination -> examination.runsOn(day))
                .flatMap(examination -> examination.bans().stream()
                        .map(ban -> new Held(ban, Held.EXAMINATION, examination.beganOn(), null)));
        return Stream.concat(imposed, considered)
                .sorted(Comparator.comparing(Held::kind)
                        .thenComparing(Held::lastDay, OPEN_LAST)
                        .thenComparing(Held::form))
                .toList();
    }

    /** What forbids this on a day, the longest; empty if it is allowed. */
    Optional<Held> forbids(String kind, LocalDate day) {
        return on(day).stream()
                .filter(held -> held.kind().equals(kind))
                .max(Comparator.comparing(Held::lastDay, OPEN_LAST));
    }

    private static boolean isOver(Held held, LocalDate day) {
        return held.lastDay() != null && day.isAfter(held.lastDay());
    }

    /** An acquittal ends it before its day. */
    private static Held held(ToldSanction sanction, ToldSanction.Ban ban) {
        var lifted = sanction.liftedOn();
        var last = lifted != null && !lifted.isAfter(ban.endsOn()) ? lifted.minusDays(1) : ban.endsOn();
        return new Held(ban.kind(), sanction.form(), sanction.effectiveOn(), last);
    }
}
