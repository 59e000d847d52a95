package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.scope.UnitScope;
import vn.gov.hanoi.selection.SelectionProblem;

/** The door for rounds: posts join a round and are announced and ended with it. Inside the transaction of the round. */
@ApplicationScoped
public class RoundPosts {
    private final VacancyRepository vacancies;
    private final AnnouncementRepository announcements;
    private final UnitQueries units;
    private final SelectionDefaultQueries defaults;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    RoundPosts(
            VacancyRepository vacancies,
            AnnouncementRepository announcements,
            UnitQueries units,
            SelectionDefaultQueries defaults,
            Scopes scopes,
            AuditTrail audit,
            OutboxWriter outbox,
            Clock clock) {
        this.vacancies = vacancies;
        this.announcements = announcements;
        this.units = units;
        this.defaults = defaults;
        this.scopes = scopes;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A post as rounds know it.
     *
     * @param positions how many persons are sought
     * @param candidatesNeeded fewest candidates for all its positions together
     */
    public record RoundPost(
            UUID vacancyId, UUID unitId, String unitName, String title, int positions, int candidatesNeeded) {}

    /**
     * Makes exactly these drafts the posts of a round.
     *
     * <p>Refusals: selection.post-unknown (none, or not below the unit of the round), selection.post-taken, for each.
     */
    public void join(UUID roundId, UUID roundUnit, List<UUID> wanted, Caller caller) {
        var stamp = new Stamp(clock.instant(), caller.subject());
        var refusals = new ArrayList<Refusal>();
        var joining = new ArrayList<Vacancy>();
        for (int i = 0; i < wanted.size(); i++) {
            var place = "/posts/" + i + "/vacancyId";
            var vacancy = vacancies.findByIdOptional(wanted.get(i)).orElse(null);
            if (vacancy == null
                    || !scopes.contains(new UnitScope(roundUnit), vacancy.unit().id())) {
                refusals.add(Refusal.of(SelectionProblem.POST_UNKNOWN, "vacancyId", wanted.get(i))
                        .at(place));
            } else if (vacancy.state() != VacancyState.DRAFT
                    || vacancy.roundId() != null && !vacancy.roundId().equals(roundId)) {
                refusals.add(Refusal.of(SelectionProblem.POST_TAKEN, "vacancyId", wanted.get(i))
                        .at(place));
            } else {
                joining.add(vacancy);
            }
        }
        Refused.ifAny(refusals);
        leave(roundId, caller);
        joining.forEach(vacancy -> vacancy.join(roundId, stamp));
    }

    /** Drafts of the round are posts without a round again. */
    public void leave(UUID roundId, Caller caller) {
        var stamp = new Stamp(clock.instant(), caller.subject());
        inRound(roundId).stream()
                .filter(vacancy -> vacancy.state() == VacancyState.DRAFT)
                .forEach(vacancy -> vacancy.join(null, stamp));
    }

    public List<RoundPost> of(UUID roundId) {
        return inRound(roundId).stream()
                .map(vacancy -> new RoundPost(
                        vacancy.id(),
                        vacancy.unit().id(),
                        vacancy.unit().name(),
                        vacancy.postTitle(),
                        vacancy.positions(),
                        vacancy.minimumCandidates() * vacancy.positions()))
                .toList();
    }

    /** The round of a post, without loading the post; empty for none, and for a post that is in no round. */
    public Optional<UUID> roundOf(UUID vacancyId) {
        return vacancies
                .find("select roundId from Vacancy where id = ?1 and roundId is not null", vacancyId)
                .project(UUID.class)
                .singleResultOptional();
    }

    /** Announces all posts of a round at once. Refusals: those of a vacancy, for each. */
    public void announce(UUID roundId, Announcement wanted, Caller caller) {
        var stamp = new Stamp(clock.instant(), caller.subject());
        var rules = defaults.on(wanted.announcedOn());
        Refused.ifAny(wanted.refusals(rules));
        for (var vacancy : inRound(roundId)) {
            var unit = units.find(vacancy.unit().id(), wanted.announcedOn()).orElse(null);
            var event = vacancy.announceInRound(wanted, unit, rules, stamp);
            announcements.add(vacancy, "PUBLISHED");
            record("announce", vacancy, Map.of("roundId", roundId), caller);
            tell("published", vacancy, event);
        }
    }

    /** Ends all posts that were announced; drafts leave the round. @param kind SUSPENDED or CANCELLED */
    public void close(UUID roundId, String kind, Caller caller) {
        var stamp = new Stamp(clock.instant(), caller.subject());
        for (var vacancy : inRound(roundId)) {
            if (vacancy.state() == VacancyState.ANNOUNCED) {
                vacancy.close(stamp);
                announcements.add(vacancy, kind);
                record("close", vacancy, Map.of("roundId", roundId, "kind", kind), caller);
                tell(
                        "ended",
                        vacancy,
                        new VacancyEnded(
                                vacancy.id(), vacancy.version(), vacancy.unit().id(), kind, LocalDate.now(clock)));
            }
        }
    }

    private void record(String act, Vacancy vacancy, Map<String, ?> details, Caller caller) {
        audit.record(
                caller,
                new AuditTrail.Act(
                        "vacancy." + act,
                        "vacancies",
                        vacancy.id(),
                        vacancy.unit().id(),
                        details));
    }

    private void tell(String fact, Vacancy vacancy, Object data) {
        outbox.write(new EventDraft(
                "selection.announcement",
                fact,
                1,
                "vacancies",
                vacancy.id(),
                vacancy.unit().id(),
                data));
    }

    private List<Vacancy> inRound(UUID roundId) {
        return vacancies.list("roundId = ?1 order by id", roundId);
    }
}
