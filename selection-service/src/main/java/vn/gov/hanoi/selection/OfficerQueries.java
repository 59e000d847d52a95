package vn.gov.hanoi.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.scope.Caller;

/** Who is who in this service's copy of the directory; inside the transaction of its caller. */
@ApplicationScoped
public class OfficerQueries {
    private final EntityManager entities;

    OfficerQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** Which officer the caller is, by the token; empty if none or not told yet. */
    @SuppressWarnings("unchecked")
    public Optional<UUID> officer(Caller caller) {
        if (caller.officerCode() == null) {
            return Optional.empty();
        }
        List<UUID> found = entities.createNativeQuery("select id from officers where officer_code = :code")
                .setParameter("code", caller.officerCode())
                .getResultList();
        return found.stream().findFirst();
    }

    /** An officer as the directory told it last. */
    public record Person(String code, String name) {}

    /** Codes and names of those that are known. */
    @SuppressWarnings("unchecked")
    public Map<UUID, Person> people(Collection<UUID> officers) {
        List<Tuple> rows = officers.isEmpty()
                ? List.of()
                : entities.createNativeQuery(
                                "select id, officer_code, full_name from officers where id in (:ids)", Tuple.class)
                        .setParameter("ids", officers)
                        .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("id", UUID.class),
                        row -> new Person(row.get("officer_code", String.class), row.get("full_name", String.class))));
    }

    /** Those of these officers that an event has told. */
    @SuppressWarnings("unchecked")
    public List<UUID> known(Collection<UUID> officers) {
        return officers.isEmpty()
                ? List.of()
                : entities.createNativeQuery("select id from officers where id in (:ids)")
                        .setParameter("ids", officers)
                        .getResultList();
    }
}
