package vn.gov.hanoi.selection.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.sanctioncopy.SanctionsTold;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.RecordsChanged;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.application.PersonQueries;
import vn.gov.hanoi.selection.condition.ConditionSets;
import vn.gov.hanoi.selection.condition.EligibilityRules;
import vn.gov.hanoi.selection.condition.Facts;
import vn.gov.hanoi.selection.condition.Finding;
import vn.gov.hanoi.selection.eligibility.EligibilityCheck.Kind;
import vn.gov.hanoi.selection.rating.LivingRatingQueries;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundPost;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.sanction.Sanctions;

/** Compares what is known about a candidate with the conditions of the post, at the cut-off and again. */
@ApplicationScoped
class CheckEligibility {
    private final EligibilityRules rules =
            new EligibilityRules(ConditionSets.shipped().retirement());

    private final EligibilityRepository checks;
    private final ApplicationDesk applications;
    private final Rounds rounds;
    private final PersonQueries people;
    private final OfficerQueries officers;
    private final LivingRatingQueries ratings;
    private final Sanctions sanctions;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    CheckEligibility(
            EligibilityRepository checks,
            ApplicationDesk applications,
            Rounds rounds,
            PersonQueries people,
            OfficerQueries officers,
            LivingRatingQueries ratings,
            Sanctions sanctions,
            AuditTrail audit,
            OutboxWriter outbox,
            Clock clock) {
        this.checks = checks;
        this.applications = applications;
        this.rounds = rounds;
        this.people = people;
        this.officers = officers;
        this.ratings = ratings;
        this.sanctions = sanctions;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Freezes what is found about a candidate of a held round. */
    @Transactional(Transactional.TxType.MANDATORY)
    EligibilityCheck freeze(Application application, Round round, Caller caller) {
        var standing = checks.standing(application.id());
        return keep(Kind.FROZEN, application, round, standing, findings(application, round), caller);
    }

    /**
     * Compares again what is found about a candidate of a held round; a difference is kept and told.
     *
     * @return codes of the conditions that came to something else; empty if nothing differs or nothing was frozen
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<String> recheck(Application application, Round round, Caller caller) {
        var standing = checks.standing(application.id());
        var latest = standing.latest().orElse(null);
        if (latest == null) {
            return List.of();
        }
        var found = findings(application, round);
        var differences = latest.differencesTo(found);
        if (!differences.isEmpty()) {
            var check = keep(Kind.RECHECK, application, round, standing, found, caller);
            outbox.write(new EventDraft(
                    "selection.eligibility",
                    "changed",
                    1,
                    "applications",
                    application.id(),
                    application.vacancyId(),
                    new EligibilityChanged(
                            application.id(), round.id(), application.vacancyId(), check.number(), differences)));
        }
        return differences;
    }

    /** Evidence arrived after the freeze: in the transaction that keeps it, the candidates among these officers are checked again. */
    void again(@Observes RecordsChanged changed) {
        again(changed.officers());
    }

    void again(@Observes SanctionsTold told) {
        again(told.officers());
    }

    private void again(Set<UUID> officers) {
        for (UUID id : applications.frozenOf(officers)) {
            applications
                    .holdForCheck(id)
                    .ifPresent(application -> recheck(
                            application,
                            rounds.find(application.roundId()).orElseThrow(),
                            Caller.system("eligibility")));
        }
    }

    private EligibilityCheck keep(
            Kind kind, Application application, Round round, Standing standing, List<Finding> found, Caller caller) {
        int number = standing.checks().size() + 1;
        var post = post(application, round);
        int version = Objects.requireNonNull(post.conditionSetVersion());
        var cutOff = Objects.requireNonNull(round.announcement()).dossiersTo();
        var digest = EligibilityCheck.digest(
                application.id(), number, kind, rounds.today(), cutOff, post.conditionSet(), version, found);
        var check = new EligibilityCheck(
                Ids.next(),
                application.id(),
                number,
                kind,
                rounds.today(),
                cutOff,
                post.conditionSet(),
                version,
                found,
                digest,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.subject());
        checks.add(check);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "eligibility." + (kind == Kind.FROZEN ? "freeze" : "recheck"),
                        "applications",
                        application.id(),
                        round.unitId(),
                        Map.of("number", number, "digest", digest)));
        return check;
    }

    private List<Finding> findings(Application application, Round round) {
        var post = post(application, round);
        var set = ConditionSets.shipped()
                .version(post.conditionSet(), Objects.requireNonNull(post.conditionSetVersion()));
        return rules.check(set, facts(application, round, post));
    }

    private Facts facts(Application application, Round round, RoundPost post) {
        var officer = application.officerId();
        var dossier = applications.dossier(application);
        var cutOff = Objects.requireNonNull(round.announcement()).dossiersTo();
        boolean known = !officers.known(List.of(officer)).isEmpty();
        return new Facts(
                application.source(),
                round.startsOn(),
                cutOff,
                rounds.today(),
                post.termMonths(),
                dossier.birthDate(),
                dossier.sex(),
                dossier.documents().stream()
                        .map(each ->
                                new Facts.Document(each.id().toString(), each.kind(), each.issuedOn(), each.confirms()))
                        .toList(),
                ratings.of(officer),
                known ? sanctions.bans(officer) : null,
                people.mainPosts(officer),
                people.worksInAgency(officer, unitOf(post, round), cutOff).orElse(null));
    }

    private UUID unitOf(RoundPost post, Round round) {
        return rounds.posts(round).stream()
                .filter(each -> each.vacancyId().equals(post.vacancyId()))
                .map(each -> each.unitId())
                .findFirst()
                .orElseThrow();
    }

    private static RoundPost post(Application application, Round round) {
        return round.posts().stream()
                .filter(each -> each.vacancyId().equals(application.vacancyId()))
                .findFirst()
                .orElseThrow();
    }
}
