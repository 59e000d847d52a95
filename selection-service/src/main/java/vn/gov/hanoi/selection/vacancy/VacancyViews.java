package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/** Shows a vacancy to an official, with what the official can do about it today. Inside the transaction that loaded it. */
@ApplicationScoped
class VacancyViews {
    private final UnitQueries units;
    private final SelectionDefaultQueries defaults;
    private final Problems problems;
    private final Clock clock;

    VacancyViews(UnitQueries units, SelectionDefaultQueries defaults, Problems problems, Clock clock) {
        this.units = units;
        this.defaults = defaults;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param locale language of the reasons in {@code _actions}; everything else does not depend on it */
    VacancyApi.VacancyView of(Vacancy vacancy, Caller caller, Locale locale) {
        return new VacancyApi.VacancyView(
                vacancy.id(),
                Etags.of(vacancy.version()),
                vacancy.state(),
                VacancyApi.UnitRef.from(vacancy.unit()),
                vacancy.postTitle(),
                vacancy.positions(),
                vacancy.minimumCandidates(),
                vacancy.legalBasis(),
                VacancyApi.DecisionPart.from(vacancy.decision()),
                announcement(vacancy.announcement()),
                vacancy.version(),
                vacancy.changedAt(),
                List.of(publish(vacancy, caller, locale)));
    }

    static @Nullable AnnouncementPart announcement(@Nullable Announcement announcement) {
        return announcement == null ? null : AnnouncementPart.from(announcement);
    }

    private VacancyApi.ActionView publish(Vacancy vacancy, Caller caller, Locale locale) {
        var refusals = new ArrayList<Refusal>();
        if (!caller.roles().contains(VacancyCommandResource.ORGANISER)) {
            refusals.add(Refusal.of(KernelProblem.FORBIDDEN));
        }
        var today = LocalDate.now(clock);
        var unit = units.find(vacancy.unit().id(), today).orElse(null);
        refusals.addAll(vacancy.refusalsToAnnounceOn(today, unit, defaults.on(today)));
        return new VacancyApi.ActionView(
                "publish",
                VacancyCommandResource.ADDRESS + vacancy.id() + "/actions/publish",
                refusals.isEmpty(),
                List.of("data"),
                refusals.stream().map(each -> problems.item(each, locale)).toList());
    }
}
