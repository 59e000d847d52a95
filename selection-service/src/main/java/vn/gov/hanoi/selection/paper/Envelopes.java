package vn.gov.hanoi.selection.paper;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.selection.proof.CanonicalJson;

/** Seals what must not be read in the database, each for its row only. What was altered is our fault to see, not the caller's. */
@ApplicationScoped
class Envelopes {
    private final Sealer sealer;

    Envelopes(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(Object value, String table, UUID id) {
        return bytes(CanonicalJson.write(value).getBytes(StandardCharsets.UTF_8), table, id);
    }

    <T> T open(byte[] sealed, String table, UUID id, TypeReference<T> type) {
        return CanonicalJson.read(new String(bytesOf(sealed, table, id), StandardCharsets.UTF_8), type);
    }

    byte[] bytes(byte[] plain, String table, UUID id) {
        return sealer.seal(plain, table + ":" + id);
    }

    byte[] bytesOf(byte[] sealed, String table, UUID id) {
        return sealer.open(sealed, table + ":" + id)
                .orElseThrow(() -> new IllegalStateException("altered: " + table + " " + id));
    }

    boolean isIntact(byte[] sealed, String table, UUID id) {
        return sealer.open(sealed, table + ":" + id).isPresent();
    }

    /** The paper behind a script, empty if it is forgotten; whoever calls this must not tell a person who marks. */
    Optional<UUID> ownerOf(Script script) {
        return script.owner().map(owner -> {
            var plain = ByteBuffer.wrap(bytesOf(owner, "script-owner", script.id()));
            return new UUID(plain.getLong(), plain.getLong());
        });
    }

    byte[] owner(UUID paperId, UUID scriptId) {
        var plain = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(paperId.getMostSignificantBits())
                .putLong(paperId.getLeastSignificantBits());
        return bytes(plain.array(), "script-owner", scriptId);
    }
}
