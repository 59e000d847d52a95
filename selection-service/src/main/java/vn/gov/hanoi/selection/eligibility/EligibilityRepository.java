package vn.gov.hanoi.selection.eligibility;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.eligibility.EligibilityCheck.Kind;
import vn.gov.hanoi.selection.proof.CanonicalJson;

/** Keeps checks and the decisions on them; neither is ever changed. */
@ApplicationScoped
class EligibilityRepository {
    private static final String INSERT = """
            insert into eligibility_checks (id, application_id, number, kind, made_on, cut_off, condition_set, condition_set_version,
                findings, digest, made_at, made_by)
            values (:id, :application, :number, :kind, :madeOn, :cutOff, :set, :version, :findings, :digest, :at, :by)""";

    private static final String WAIVE = """
            insert into eligibility_overrides (id, application_id, check_id, condition, reason, decision_number, decision_signed_on,
                decision_issuer, made_at, made_by)
            values (:id, :application, :check, :condition, :reason, :number, :signedOn, :issuer, :at, :by)""";

    private final EntityManager entities;

    EligibilityRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(EligibilityCheck check) {
        entities.flush();
        entities.createNativeQuery(INSERT)
                .setParameter("id", check.id())
                .setParameter("application", check.applicationId())
                .setParameter("number", check.number())
                .setParameter("kind", check.kind().name())
                .setParameter("madeOn", check.madeOn())
                .setParameter("cutOff", check.cutOff())
                .setParameter("set", check.conditionSet())
                .setParameter("version", check.conditionSetVersion())
                .setParameter("findings", CanonicalJson.write(check.findings()))
                .setParameter("digest", check.digest())
                .setParameter("at", check.madeAt())
                .setParameter("by", check.madeBy())
                .executeUpdate();
    }

    void add(Waiver waiver) {
        entities.createNativeQuery(WAIVE)
                .setParameter("id", waiver.id())
                .setParameter("application", waiver.applicationId())
                .setParameter("check", waiver.checkId())
                .setParameter("condition", waiver.condition())
                .setParameter("reason", CanonicalJson.write(waiver.reason()))
                .setParameter("number", waiver.decision().number())
                .setParameter("signedOn", waiver.decision().signedOn())
                .setParameter("issuer", waiver.decision().issuer())
                .setParameter("at", waiver.madeAt())
                .setParameter("by", waiver.madeBy())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    Standing standing(UUID applicationId) {
        List<Tuple> checks = entities.createNativeQuery(
                        "select * from eligibility_checks where application_id = :id order by number", Tuple.class)
                .setParameter("id", applicationId)
                .getResultList();
        List<Tuple> waivers = entities.createNativeQuery(
                        "select * from eligibility_overrides where application_id = :id order by made_at, id",
                        Tuple.class)
                .setParameter("id", applicationId)
                .getResultList();
        return new Standing(
                checks.stream().map(EligibilityRepository::check).toList(),
                waivers.stream().map(EligibilityRepository::waiver).toList());
    }

    private static EligibilityCheck check(Tuple row) {
        return new EligibilityCheck(
                row.get("id", UUID.class),
                row.get("application_id", UUID.class),
                row.get("number", Integer.class),
                Kind.valueOf(row.get("kind", String.class)),
                row.get("made_on", LocalDate.class),
                row.get("cut_off", LocalDate.class),
                row.get("condition_set", String.class),
                row.get("condition_set_version", Integer.class),
                CanonicalJson.read(row.get("findings", String.class), new TypeReference<>() {}),
                row.get("digest", String.class),
                row.get("made_at", Instant.class),
                row.get("made_by", String.class));
    }

    private static Waiver waiver(Tuple row) {
        return new Waiver(
                row.get("id", UUID.class),
                row.get("application_id", UUID.class),
                row.get("check_id", UUID.class),
                row.get("condition", String.class),
                CanonicalJson.read(row.get("reason", String.class), new TypeReference<ReasonPart>() {}),
                new DecisionPart(
                        row.get("decision_number", String.class),
                        row.get("decision_signed_on", LocalDate.class),
                        row.get("decision_issuer", String.class)),
                row.get("made_at", Instant.class),
                row.get("made_by", String.class));
    }
}
