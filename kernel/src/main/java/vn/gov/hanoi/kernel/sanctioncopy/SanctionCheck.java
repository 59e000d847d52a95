package vn.gov.hanoi.kernel.sanctioncopy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the sanctions of one officer, and the cases about the officer that are or were considered, forbid. */
record SanctionCheck(List<ToldSanction> sanctions, List<ToldExamination> examinations) {
    static final SanctionCheck NONE = new SanctionCheck(List.of(), List.of());

    private static final Comparator<@Nullable LocalDate> OPEN_LAST = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<Held> LONGEST_LAST = Comparator.comparing(Held::lastDay, OPEN_LAST);

    SanctionCheck {
        sanctions = List.copyOf(sanctions);
        examinations = List.copyOf(examinations);
    }

    /** All that is, was or will be forbidden, in the order of what and until when. */
    List<Held> all() {
        var imposed =
                sanctions.stream().flatMap(sanction -> sanction.bans().stream().map(ban -> held(sanction, ban)));
        var considered = examinations.stream()
                .flatMap(examination -> examination.bans().stream().map(ban -> held(examination, ban)));
        return Stream.concat(imposed, considered)
                .filter(held -> held.lastDay() == null || !held.lastDay().isBefore(held.effectiveOn()))
                .sorted(Comparator.comparing(Held::kind)
                        .thenComparing(LONGEST_LAST)
                        .thenComparing(Held::form))
                .toList();
    }

    /** All that is forbidden on a day, in the same order. */
    List<Held> on(LocalDate day) {
        return all().stream().filter(held -> held.isOn(day)).toList();
    }

    /** What forbids this on a day, the longest; empty if it is allowed. */
    Optional<Held> forbids(String kind, LocalDate day) {
        return on(day).stream().filter(held -> held.kind().equals(kind)).max(LONGEST_LAST);
    }

    /** What forbids this on any of the days, the longest; empty if it is allowed on all. */
    Optional<Held> forbids(String kind, List<LocalDate> days) {
        return days.stream().flatMap(day -> forbids(kind, day).stream()).max(LONGEST_LAST);
    }

    /** An acquittal ends it before its day. */
    private static Held held(ToldSanction sanction, ToldSanction.Ban ban) {
        var lifted = sanction.liftedOn();
        var last = lifted != null && !lifted.isAfter(ban.endsOn()) ? lifted.minusDays(1) : ban.endsOn();
        return new Held(
                sanction.caseId(), sanction.revision(), ban.kind(), sanction.form(), sanction.effectiveOn(), last);
    }

    private static Held held(ToldExamination examination, String kind) {
        var ended = examination.endedOn();
        return new Held(
                examination.caseId(),
                0,
                kind,
                Held.EXAMINATION,
                examination.beganOn(),
                ended == null ? null : ended.minusDays(1));
    }
}
