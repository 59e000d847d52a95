package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.directory.KnownUnit;

/** Looks people up in the read copy of the directory; only whose main post of today is within the scope. Inside a transaction. */
@ApplicationScoped
class OfficerQueries {
    private final EntityManager entities;
    private final Scopes scopes;
    private final Directory directory;
    private final Clock clock;

    OfficerQueries(EntityManager entities, Scopes scopes, Directory directory, Clock clock) {
        this.entities = entities;
        this.scopes = scopes;
        this.directory = directory;
        this.clock = clock;
    }

    /** An officer of today. */
    record Known(UUID id, String code) {}

    Optional<Known> find(String code, Caller caller) {
        var row = (Tuple) entities.createNativeQuery("""
                        select o.id, o.officer_code from officers o join main_posts_today() p on p.officer_id = o.id
                        where o.officer_code = :code and p.unit_id in (select id from units_within(:scope)) limit 1""", Tuple.class)
                .setParameter("code", code)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(each -> new Known(each.get("id", UUID.class), each.get("officer_code", String.class)));
    }

    /** The unit for which the caller acts. Refusals: scope.unit-unknown, training.unit-not-in-force. */
    KnownUnit unitOf(Caller caller) {
        scopes.of(caller);
        return directory.inForce(Objects.requireNonNull(caller.unitCode()), LocalDate.now(clock), "");
    }
}
