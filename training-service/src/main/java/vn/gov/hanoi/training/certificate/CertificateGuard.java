package vn.gov.hanoi.training.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.course.Delivered;

/** What speaks against an act. Acts ask it before they do anything, and {@code _actions} is what it answers. */
final class CertificateGuard {
    private CertificateGuard() {}

    /**
     * Against a certificate for the enrolment: authority.own-act, training.certificate-not-passed,
     * training.certificate-decision-day, training.certificate-exists, training.certificate-replaces-differs.
     *
     * @param earlier what was issued for the enrolment before, the latest first
     * @param replacesId the certificate that the new one replaces
     */
    static List<Refusal> issue(
            Delivered delivered,
            LocalDate signedOn,
            LocalDate today,
            List<Certificate> earlier,
            @Nullable UUID replacesId) {
        var found = new ArrayList<Refusal>();
        if (!delivered.outcome().equals("PASSED")) {
            found.add(Refusal.of(TrainingProblem.CERTIFICATE_NOT_PASSED).at("/enrolmentId"));
        }
        if (signedOn.isBefore(delivered.lastDay()) || signedOn.isAfter(today)) {
            found.add(Refusal.of(
                            TrainingProblem.CERTIFICATE_DECISION_DAY,
                            "from",
                            delivered.lastDay().toString(),
                            "to",
                            today.toString())
                    .at("/decision/signedOn"));
        }
        if (earlier.stream().anyMatch(Certificate::isInForce)) {
            found.add(Refusal.of(TrainingProblem.CERTIFICATE_EXISTS).at("/enrolmentId"));
        } else if (!earlier.stream().findFirst().map(Certificate::id).equals(Optional.ofNullable(replacesId))) {
            found.add(Refusal.of(TrainingProblem.CERTIFICATE_REPLACES_DIFFERS).at("/replacesId"));
        }
        return found;
    }

    /** Nobody acts on what the own hands hold. Refusal: authority.own-act. */
    static List<Refusal> own(String officerCode, Caller caller) {
        return officerCode.equals(caller.officerCode()) ? List.of(Refusal.of(KernelProblem.OWN_ACT)) : List.of();
    }

    /** Against the act on the certificate: authority.own-act, training.certificate-state. */
    static List<Refusal> act(CertificateAct act, CertificateState state, String officerCode, Caller caller) {
        var found = new ArrayList<>(own(officerCode, caller));
        if (!act.isPossible(state)) {
            found.add(Refusal.of(TrainingProblem.CERTIFICATE_STATE, "state", state.name(), "act", act.name()));
        }
        return found;
    }

    /** Refusals: training.certificate-reason-unknown, training.certificate-decision-day. */
    static List<Refusal> grounds(
            CertificateAct act, CertificateApi.ActRequest request, LocalDate issuedOn, LocalDate today) {
        var found = new ArrayList<Refusal>();
        var reason = CertificateRules.SHIPPED.reason(request.reason().code());
        if (reason.isEmpty() || reason.get().act() != act) {
            found.add(Refusal.of(TrainingProblem.CERTIFICATE_REASON_UNKNOWN, "act", act.name())
                    .at("/reason/code"));
        }
        var signedOn = request.decision().signedOn();
        if (signedOn.isBefore(issuedOn) || signedOn.isAfter(today)) {
            found.add(Refusal.of(
                            TrainingProblem.CERTIFICATE_DECISION_DAY,
                            "from",
                            issuedOn.toString(),
                            "to",
                            today.toString())
                    .at("/decision/signedOn"));
        }
        return found;
    }
}
