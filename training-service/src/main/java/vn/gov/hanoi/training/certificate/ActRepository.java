package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.certificate.CertificateApi.ActRequest;

/** Stores what was done with certificates; nothing of it is ever changed. Inside a transaction. */
@ApplicationScoped
class ActRepository {
    private static final String INSERT = """
            insert into certificate_acts (certificate_id, version, act, reason_code, reason_text, decision_number, decision_signed_on,
                decision_issuer, at, by_subject)
            values (:id, :version, :act, cast(:reason as text), cast(:text as text), :number, :signed, :issuer, :at, :by)""";

    private final EntityManager entities;

    ActRepository(EntityManager entities) {
        this.entities = entities;
    }

    private record Why(@Nullable String code, @Nullable String text) {}

    private record Paper(String number, LocalDate signedOn, String issuer) {}

    void issued(Certificate made, Basis basis, Caller caller) {
        var decision = basis.decision();
        var paper =
                new Paper(decision.number(), decision.signedOn(), basis.issuer().code());
        insert(made, "ISSUE", new Why(null, null), paper, caller);
    }

    void acted(Certificate on, CertificateAct act, ActRequest request, Caller caller) {
        var why = new Why(request.reason().code(), PlainText.of(request.reason().text()));
        var decision = request.decision();
        var paper = new Paper(PlainText.of(decision.number()), decision.signedOn(), decision.issuer());
        insert(on, act.name(), why, paper, caller);
    }

    private void insert(Certificate on, String act, Why why, Paper paper, Caller caller) {
        entities.createNativeQuery(INSERT)
                .setParameter("id", on.id())
                .setParameter("version", on.version())
                .setParameter("act", act)
                .setParameter("reason", why.code())
                .setParameter("text", why.text())
                .setParameter("number", paper.number())
                .setParameter("signed", paper.signedOn())
                .setParameter("issuer", paper.issuer())
                .setParameter("at", on.changedAt())
                .setParameter("by", caller.subject())
                .executeUpdate();
    }
}
