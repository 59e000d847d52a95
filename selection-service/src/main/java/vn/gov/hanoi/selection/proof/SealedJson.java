package vn.gov.hanoi.selection.proof;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.gov.hanoi.kernel.seal.Sealer;

/** Seals what a row must not tell to who reads the database, each for its row only. */
@ApplicationScoped
public class SealedJson {
    private final Sealer sealer;

    SealedJson(Sealer sealer) {
        this.sealer = sealer;
    }

    public byte[] seal(Object content, String table, UUID id) {
        return sealer.seal(CanonicalJson.write(content).getBytes(StandardCharsets.UTF_8), table + ":" + id);
    }

    /** Whether it can be opened. */
    public boolean isIntact(byte[] sealed, String table, UUID id) {
        return sealer.open(sealed, table + ":" + id).isPresent();
    }

    /** Fails if the bytes were altered or belong to another row. */
    public <T> T open(byte[] sealed, String table, UUID id, TypeReference<T> type) {
        var plain = sealer.open(sealed, table + ":" + id)
                .orElseThrow(() -> new IllegalStateException(table + " was altered: " + id));
        return CanonicalJson.read(new String(plain, StandardCharsets.UTF_8), type);
    }
}
