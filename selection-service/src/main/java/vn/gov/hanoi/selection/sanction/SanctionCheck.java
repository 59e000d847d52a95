package vn.gov.hanoi.selection.sanction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.selection.condition.Facts;

/** What the sanctions of one officer forbid on a day. */
record SanctionCheck(List<ToldSanction> sanctions) {
    SanctionCheck {
        sanctions = List.copyOf(sanctions);
    }

    /**
     * Something that is forbidden.
     *
     * @param form the sanction for which it is
     * @param effectiveOn first day
     * @param lastDay inclusive; allowed again on the day after
     */
    record Held(String kind, String form, LocalDate effectiveOn, LocalDate lastDay) {}

    /** All that is or was forbidden, with the sanction that each rests on. */
    List<Facts.Ban> bans() {
        return sanctions.stream()
                .flatMap(sanction -> sanction.bans().stream().map(ban -> {
                    var held = held(sanction, ban);
                    return new Facts.Ban(
                            sanction.caseId(), sanction.revision(), held.kind(), held.effectiveOn(), held.lastDay());
                }))
                .toList();
    }

    /** All that is forbidden on a day, in the order of what and until when. */
    List<Held> on(LocalDate day) {
        return sanctions.stream()
                .flatMap(sanction -> sanction.bans().stream().map(ban -> held(sanction, ban)))
                .filter(held -> !day.isBefore(held.effectiveOn()) && !day.isAfter(held.lastDay()))
                .sorted(Comparator.comparing(Held::kind)
                        .thenComparing(Held::lastDay)
                        .thenComparing(Held::form))
                .toList();
    }

    /** What forbids this on a day, the longest; empty if it is allowed. */
    Optional<Held> forbids(String kind, LocalDate day) {
        return on(day).stream().filter(held -> held.kind().equals(kind)).max(Comparator.comparing(Held::lastDay));
    }

    /** An acquittal ends it before its day. */
    private static Held held(ToldSanction sanction, ToldSanction.Ban ban) {
        var lifted = sanction.liftedOn();
        var last = lifted != null && !lifted.isAfter(ban.endsOn()) ? lifted.minusDays(1) : ban.endsOn();
        return new Held(ban.kind(), sanction.form(), sanction.effectiveOn(), last);
    }
}
