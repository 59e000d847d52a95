package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.certificate.CertificateViews.ActView;
import vn.gov.hanoi.training.certificate.CertificateViews.CertificateView;
import vn.gov.hanoi.training.certificate.CertificateViews.HolderRef;
import vn.gov.hanoi.training.certificate.CertificateViews.LegacyRef;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;

/** Reads certificates that units of the scope issued, or whose holder has the main post of today within it. */
@ApplicationScoped
class CertificateQueries {
    private static final String COLUMNS = """
            c.id, c.version, c.number, c.state, c.reason_code, c.officer_id, c.officer_code, c.holder_name, c.unit_id, c.unit_code,
            c.unit_name, c.class_id, c.enrolment_id, c.course_title, c.issued_on, c.expires_on, c.legacy_number, c.legacy_issuer, c.kid,
            c.replaces_id, (select r.id from certificates r where r.replaces_id = c.id) as replaced_by_id""";
    private static final String WITHIN = """
            (c.unit_id in (select id from units_within(:scope)) or c.officer_id in (
                select p.officer_id from main_posts_today() p where p.unit_id in (select id from units_within(:scope))))""";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;

    CertificateQueries(EntityManager entities, KeysetQueries pages, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Filters; null means any. */
    record Filter(
            @Nullable CertificateState state,
            @Nullable String number,
            @Nullable String legacyNumber,
            @Nullable UUID officerId,
            @Nullable UUID classId) {}

    /** The latest first. */
    @Transactional
    Page<CertificateView> page(Filter filter, Caller caller, PageRequest request) {
        var query = new ListQuery(COLUMNS, "certificates c")
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter(
                        "c.state = :state",
                        "state",
                        filter.state() == null ? null : filter.state().name())
                .filter("c.number = :number", "number", filter.number())
                .filter("c.legacy_number = :legacy", "legacy", filter.legacyNumber())
                .filter("c.officer_id = :officer", "officer", filter.officerId())
                .filter("c.class_id = :class", "class", filter.classId())
                .order("c.id desc", "c.id < cast(:after0 as uuid)");
        return pages.page(
                query,
                "listCertificates|" + filter,
                request,
                new Shape<>(CertificateQueries::view, item -> List.of(item.id().toString())));
    }

    /** Refusal: resource.not-found, also outside the scope. */
    @Transactional
    CertificateView one(UUID id, Caller caller) {
        var sql = "select " + COLUMNS + " from certificates c where c.id = :id and " + WITHIN;
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(CertificateQueries::view)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** Of a certificate that has been found within the scope. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<ActView> acts(UUID id) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select act, reason_code, reason_text, decision_number, decision_signed_on, decision_issuer, at
                        from certificate_acts where certificate_id = :id order by version""", Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(row -> new ActView(
                        row.get("act", String.class),
                        row.get("reason_code", String.class),
                        row.get("reason_text", String.class),
                        row.get("decision_number", String.class),
                        row.get("decision_signed_on", LocalDate.class),
                        row.get("decision_issuer", String.class),
                        row.get("at", Instant.class)))
                .toList();
    }

    private static CertificateView view(Tuple row) {
        @Nullable String legacyNumber = row.get("legacy_number", String.class);
        return new CertificateView(
                row.get("id", UUID.class),
                row.get("number", String.class),
                CertificateState.valueOf(row.get("state", String.class)),
                row.get("reason_code", String.class),
                new HolderRef(
                        row.get("officer_id", UUID.class),
                        row.get("officer_code", String.class),
                        row.get("holder_name", String.class)),
                new UnitRef(
                        row.get("unit_id", UUID.class),
                        row.get("unit_code", String.class),
                        row.get("unit_name", String.class)),
                row.get("class_id", UUID.class),
                row.get("enrolment_id", UUID.class),
                row.get("course_title", String.class),
                row.get("issued_on", LocalDate.class),
                row.get("expires_on", LocalDate.class),
                legacyNumber == null ? null : new LegacyRef(legacyNumber, row.get("legacy_issuer", String.class)),
                row.get("kid", String.class),
                row.get("replaces_id", UUID.class),
                row.get("replaced_by_id", UUID.class),
                null,
                null,
                row.get("version", Long.class));
    }
}
