package vn.gov.hanoi.selection.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.appointment.AppointmentDesk.Laid;
import vn.gov.hanoi.selection.appointment.AppointmentGuard.Act;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.AppointmentRules.Consent;

/** The acts on an appointment but its decision. Each refuses what {@link AppointmentDesk#hold} refuses. */
@ApplicationScoped
class ActOnAppointment {
    private final AppointmentDesk desk;
    private final AppointmentJournal journal;
    private final ApplicationDesk applications;
    private final Rounds rounds;

    ActOnAppointment(AppointmentDesk desk, AppointmentJournal journal, ApplicationDesk applications, Rounds rounds) {
        this.desk = desk;
        this.journal = journal;
        this.applications = applications;
        this.rounds = rounds;
    }

    /** Records a consent with its document. Refusals: selection.consent-recorded, selection.decision-not-signed-yet. */
    @Transactional
    Laid review(UUID id, @Nullable String ifMatch, Consent whose, DecisionPart document, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.REVIEW, caller);
        if (laid.appointment().consents().contains(whose)) {
            throw new Refused(Refusal.of(SelectionProblem.CONSENT_RECORDED, "consent", whose.name())
                    .at("/data/consent"));
        }
        Refused.ifAny(Rounds.unsigned(document, rounds.today()));
        laid.appointment().consent(whose, document, journal.stamp(caller));
        journal.kept("review", laid.appointment(), Map.of("consent", whose, "document", document.number()), caller);
        return laid;
    }

    /** The person does not want to; told by the person or by who handles the applications. */
    @Transactional
    Laid withdraw(UUID id, @Nullable String ifMatch, ReasonPart reason, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.WITHDRAW, caller);
        laid.appointment()
                .end(AppointmentState.DECLINED, Step.of(Act.WITHDRAW.name(), null, reason, journal.stamp(caller)));
        journal.kept(
                "withdraw", laid.appointment(), Map.of("reason", reason.code(), "byPerson", laid.person()), caller);
        return laid;
    }

    /** The authority does not appoint the person. Refusal: selection.decision-not-signed-yet. */
    @Transactional
    Laid reject(UUID id, @Nullable String ifMatch, DecisionPart decision, ReasonPart reason, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.REJECT, caller);
        Refused.ifAny(Rounds.unsigned(decision, rounds.today()));
        laid.appointment()
                .end(AppointmentState.REJECTED, Step.of(Act.REJECT.name(), decision, reason, journal.stamp(caller)));
        journal.kept("reject", laid.appointment(), details(decision, reason), caller);
        return laid;
    }

    /** Takes it back before its first day; the person's other candidacies stand again. Refusal: selection.decision-not-signed-yet. */
    @Transactional
    Laid revoke(UUID id, @Nullable String ifMatch, DecisionPart decision, ReasonPart reason, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.REVOKE, caller);
        Refused.ifAny(Rounds.unsigned(decision, rounds.today()));
        laid.appointment().revoke(decision, reason, journal.stamp(caller));
        journal.told("revoke", laid.appointment(), details(decision, reason), caller);
        applications.standAgain(id, caller);
        return laid;
    }

    /** Tells the directory again what it has refused. */
    @Transactional
    Laid apply(UUID id, @Nullable String ifMatch, ReasonPart reason, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.APPLY, caller);
        laid.appointment().apply(reason, journal.stamp(caller));
        journal.told("apply", laid.appointment(), Map.of("reason", reason.code()), caller);
        return laid;
    }

    private static Map<String, ?> details(DecisionPart decision, ReasonPart reason) {
        return Map.of("decision", decision.number(), "reason", reason.code());
    }
}
