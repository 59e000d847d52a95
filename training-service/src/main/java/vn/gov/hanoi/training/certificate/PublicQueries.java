package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks a certificate up by its number, which is the right to see it. Inside a transaction. */
@ApplicationScoped
class PublicQueries {
    private final EntityManager entities;

    PublicQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** A stored certificate. */
    record Row(
            String number,
            CertificateState state,
            @Nullable String reasonCode,
            Instant changedAt,
            @Nullable String signed,
            String holderName,
            String courseTitle,
            LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            String unitName,
            String legacyNumber,
            String legacyIssuer,
            @Nullable String replacedBy) {}

    Optional<Row> find(String number) {
        var row = (Tuple) entities.createNativeQuery("""
                        select c.number, c.state, c.reason_code, c.changed_at, c.signed, c.holder_name, c.course_title, c.issued_on,
                            c.expires_on, c.unit_name, coalesce(c.legacy_number, '') as legacy_number,
                            coalesce(c.legacy_issuer, '') as legacy_issuer,
                            (select r.number from certificates r where r.replaces_id = c.id) as replaced_by
                        from certificates c where c.number = :number""", Tuple.class)
                .setParameter("number", number)
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(each -> new Row(
                        each.get("number", String.class),
                        CertificateState.valueOf(each.get("state", String.class)),
                        each.get("reason_code", String.class),
                        each.get("changed_at", Instant.class),
                        each.get("signed", String.class),
                        each.get("holder_name", String.class),
                        each.get("course_title", String.class),
                        each.get("issued_on", LocalDate.class),
                        each.get("expires_on", LocalDate.class),
                        each.get("unit_name", String.class),
                        each.get("legacy_number", String.class),
                        each.get("legacy_issuer", String.class),
                        each.get("replaced_by", String.class)));
    }
}
