package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.council.ConflictApi.ConflictRequest;
import vn.gov.hanoi.selection.council.ConflictApi.Source;
import vn.gov.hanoi.selection.council.ConflictApi.WaiveRequest;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** Keeps what was told about ties, and the decisions that set conflicts aside; neither is ever changed. */
@ApplicationScoped
class ConflictRepository {
    private final EntityManager entities;
    private final Sealer sealer;

    ConflictRepository(EntityManager entities, Sealer sealer) {
        this.entities = entities;
        this.sealer = sealer;
    }

    UUID add(ConflictRequest told, Source source, Stamp stamp) {
        var id = Ids.next();
        entities.createNativeQuery("""
                        insert into conflicts (id, round_id, member_id, candidate_id, ground, source, note, made_at, made_by)
                        values (:id, :round, :member, cast(:candidate as uuid), :ground, :source, cast(:note as bytea), :at, :by)""")
                .setParameter("id", id)
                .setParameter("round", told.roundId())
                .setParameter("member", told.memberId())
                .setParameter("candidate", told.candidateId())
                .setParameter("ground", told.ground().name())
                .setParameter("source", source.name())
                .setParameter("note", seal(told.note(), id))
                .setParameter("at", stamp.at())
                .setParameter("by", stamp.by())
                .executeUpdate();
        return id;
    }

    UUID add(WaiveRequest waived, Stamp stamp) {
        var id = Ids.next();
        var key = waived.data();
        var decision = waived.decision().tidy();
        var reason = waived.reason().tidy();
        entities.createNativeQuery("""
                        insert into conflict_waivers (id, round_id, member_id, candidate_id, ground, reason_code, reason_text, decision_number,
                            decision_signed_on, decision_issuer, made_at, made_by)
                        values (:id, :round, :member, :candidate, :ground, :code, :text, :number, :signedOn, :issuer, :at, :by)""")
                .setParameter("id", id)
                .setParameter("round", key.roundId())
                .setParameter("member", key.memberId())
                .setParameter("candidate", key.candidateId())
                .setParameter("ground", key.ground().name())
                .setParameter("code", reason.code())
                .setParameter("text", reason.text())
                .setParameter("number", decision.number())
                .setParameter("signedOn", decision.signedOn())
                .setParameter("issuer", decision.issuer())
                .setParameter("at", stamp.at())
                .setParameter("by", stamp.by())
                .executeUpdate();
        return id;
    }

    private byte @Nullable [] seal(@Nullable String note, UUID id) {
        return note == null || note.isBlank()
                ? null
                : sealer.seal(PlainText.tidy(note).getBytes(StandardCharsets.UTF_8), context(id));
    }

    /** A sealed note of a conflict. */
    String open(byte[] note, UUID id) {
        return new String(
                sealer.open(note, context(id)).orElseThrow(() -> new IllegalStateException("note was altered: " + id)),
                StandardCharsets.UTF_8);
    }

    private static String context(UUID id) {
        return "conflict:" + id;
    }
}
