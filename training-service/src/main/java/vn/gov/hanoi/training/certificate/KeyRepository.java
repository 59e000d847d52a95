package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.training.credential.PublishedKey;
import vn.gov.hanoi.training.credential.SigningKey;

/** Stores the keys, the private part sealed; inside a transaction. */
@ApplicationScoped
class KeyRepository {
    private static final int MOST_LOOKS = 20;
    private static final String ACTIVE =
            "select kid, public_key, private_sealed, valid_from from certificate_keys where retired_at is null ";

    private final EntityManager entities;
    private final Sealer sealer;
    private final Clock clock;

    KeyRepository(EntityManager entities, Sealer sealer, Clock clock) {
        this.entities = entities;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** @param validFrom to the second, as signed texts give their moment */
    record Active(SigningKey key, Instant validFrom) {}

    /** The key of today; a rotation waits until the transaction has ended. Makes the first key if there is none. */
    Active signing() {
        // Who waits for a key that is being replaced finds none, and its successor only at the next look.
        for (int look = 1; look < MOST_LOOKS; look++) {
            var found = active();
            if (found.isPresent()) {
                return found.get();
            }
            add(SigningKey.generate(), now(), "system");
        }
        return active().orElseThrow();
    }

    /** Replaces the key of today, which loses its private part, and gives the new one. */
    Active rotate(String by) {
        // Its private part need not be readable: a lost sealing key must not keep anybody from going on.
        var old = Optional.ofNullable((Tuple)
                entities.createNativeQuery(ACTIVE + "for update", Tuple.class).getSingleResultOrNull());
        // The moment is taken when nobody signs any more.
        var moment = old.map(row -> later(row.get("valid_from", Instant.class), now()))
                .orElseGet(this::now);
        old.ifPresent(row -> retire(row.get("kid", String.class), moment));
        var next = SigningKey.generate();
        add(next, moment, by);
        return new Active(next, moment);
    }

    @SuppressWarnings("unchecked")
    List<PublishedKey> all() {
        List<Tuple> rows = entities.createNativeQuery(
                        "select kid, public_key, valid_from, retired_at from certificate_keys order by valid_from desc, kid",
                        Tuple.class)
                .getResultList();
        return rows.stream()
                .map(row -> new PublishedKey(
                        row.get("kid", String.class),
                        row.get("public_key", byte[].class),
                        row.get("valid_from", Instant.class),
                        instant(row)))
                .toList();
    }

    private static @Nullable Instant instant(Tuple row) {
        return row.get("retired_at", Instant.class);
    }

    private Optional<Active> active() {
        var row = (Tuple)
                entities.createNativeQuery(ACTIVE + "for share", Tuple.class).getSingleResultOrNull();
        return Optional.ofNullable(row).map(each -> {
            var kid = each.get("kid", String.class);
            byte[] encoded = sealer.open(each.get("private_sealed", byte[].class), context(kid))
                    .orElseThrow(() -> new IllegalStateException("the sealing key does not open the signing key"));
            return new Active(
                    SigningKey.of(each.get("public_key", byte[].class), encoded),
                    each.get("valid_from", Instant.class));
        });
    }

    private void add(SigningKey key, Instant validFrom, String by) {
        entities.createNativeQuery("""
                        insert into certificate_keys (kid, public_key, private_sealed, valid_from, created_by)
                        values (:kid, :public, :private, :from, :by) on conflict do nothing""")
                .setParameter("kid", key.kid())
                .setParameter("public", key.publicKey())
                .setParameter("private", sealer.seal(key.encodedPrivate(), context(key.kid())))
                .setParameter("from", validFrom)
                .setParameter("by", by)
                .executeUpdate();
    }

    private void retire(String kid, Instant moment) {
        entities.createNativeQuery(
                        "update certificate_keys set retired_at = :at, private_sealed = null where kid = :kid")
                .setParameter("at", moment)
                .setParameter("kid", kid)
                .executeUpdate();
    }

    private static String context(String kid) {
        return "certificate-key " + kid;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
