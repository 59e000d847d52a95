package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Progress;
import vn.gov.hanoi.evaluation.monthly.SuperiorQueries.Superior;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.workday.PetitionDays;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Lays a closing on the table: how far its sheets are, by which rules, and what can be done with it. */
@ApplicationScoped
class ClosingDesk {
    private final ClosingRepository closings;
    private final ClosingSheetRepository sheets;
    private final SheetFlagRepository flags;
    private final ClosingLockRepository locks;
    private final SuperiorQueries superiors;
    private final SheetVisibilityQueries visibility;
    private final Scopes scopes;
    private final RuleSetCatalogue catalogue;
    private final Clock clock;
    private final WorkCalendar days = WorkCalendar.named("VN");

    ClosingDesk(
            ClosingRepository closings,
            ClosingSheetRepository sheets,
            SheetFlagRepository flags,
            ClosingLockRepository locks,
            SuperiorQueries superiors,
            SheetVisibilityQueries visibility,
            Scopes scopes,
            RuleSetCatalogue catalogue,
            Clock clock) {
        this.closings = closings;
        this.sheets = sheets;
        this.flags = flags;
        this.locks = locks;
        this.superiors = superiors;
        this.visibility = visibility;
        this.scopes = scopes;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    Closing see(UUID id, Caller caller) {
        visibility.requireScope(caller);
        var closing = closings.find(id).orElseThrow(SheetVisibilityQueries::notFound);
        visibility.requireClosing(closing, caller);
        return closing;
    }

    /** What the caller can do with a closing, and how far its sheets are. */
    ClosingGuard guard(Closing closing, Caller caller) {
        var progress = sheets.progress(closing.id());
        var ruleSets = progress.stream()
                .map(Progress::ruleSetId)
                .distinct()
                .collect(Collectors.toMap(id -> id, catalogue::version));
        return new ClosingGuard(
                closing,
                progress,
                ruleSets,
                new ClosingGuard.Petitions(petitionsUntil(closing, ruleSets), closings.openObjections(closing.id())),
                flags.openIn(closing.id()),
                closing.state() == ClosingState.PUBLISHED
                        ? locks.unlockedBelow(closing.unitId(), closing.period())
                        : List.of(),
                superiors.of(closing.unitId(), caller),
                today());
    }

    /**
     * The closing that somebody wants to act on; until the end of the transaction nobody else decides, publishes, locks or corrects in it.
     *
     * <p>Refusals: those of {@link #see} and {@link ClosingGuard#refusals}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ClosingGuard hold(UUID id, @Nullable String ifMatch, ClosingGuard.Act act, Caller caller) {
        see(id, caller);
        var closing = closings.hold(id).orElseThrow();
        Etags.require(ifMatch, closing.rowVersion());
        var guard = guard(closing, caller);
        Refused.ifAny(guard.refusals(act, caller));
        return guard;
    }

    /**
     * Closings that somebody wants to publish; until the end of the transaction nobody else decides, publishes, locks or corrects in them.
     * Those that are not there or not for the caller are missing. Whoever publishes needs nobody above.
     *
     * <p>Refusal: scope.unit-unknown.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<ClosingGuard> holdToPublish(Collection<UUID> ids, Caller caller) {
        var held = closings.hold(ids, scopes.of(caller).rootUnitId());
        var known = held.stream().map(Closing::id).toList();
        var progress = sheets.progress(known);
        var outdated = flags.openIn(known);
        var versions = progress.values().stream()
                .flatMap(List::stream)
                .map(Progress::ruleSetId)
                .distinct()
                .collect(Collectors.toMap(id -> id, catalogue::version));
        return held.stream()
                .map(closing -> {
                    var own = progress.getOrDefault(closing.id(), List.of());
                    return new ClosingGuard(
                            closing,
                            own,
                            own.stream()
                                    .map(Progress::ruleSetId)
                                    .distinct()
                                    .collect(
                                            Collectors.toMap(id -> id, id -> Objects.requireNonNull(versions.get(id)))),
                            new ClosingGuard.Petitions(null, 0),
                            outdated.getOrDefault(closing.id(), List.of()),
                            List.of(),
                            Superior.NOBODY,
                            today());
                })
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * The longest window of the rule sets counts, and a corrected result has one of its own; the day of the publication is not counted
     * (Civil Code 2015, art. 147).
     */
    private @Nullable LocalDate petitionsUntil(Closing closing, Map<UUID, RuleSet> ruleSets) {
        var published = closing.published();
        if (published == null) {
            return null;
        }
        var corrected = sheets.corrected(closing.id());
        return ruleSets.entrySet().stream()
                .map(each -> new PetitionDays(each.getValue().rules().petition(), days)
                        .lastToFile(LocalDate.ofInstant(
                                corrected.getOrDefault(each.getKey(), published.at()), clock.getZone())))
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
