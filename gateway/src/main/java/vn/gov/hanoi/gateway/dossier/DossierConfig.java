package vn.gov.hanoi.gateway.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the dossier; each can be given by the environment, for example CONGVU_DOSSIER_PART_DEADLINE=3s. */
@ConfigMapping(prefix = "congvu.dossier")
public interface DossierConfig {
    /** Longest wait for one part; past it the part is marked as unavailable. */
    @WithDefault("5s")
    Duration partDeadline();

    /** Largest part in bytes. */
    @WithDefault("2097152")
    int partLimit();

    /** RSA key that signs dossiers, PKCS#8 in base64; without it a dossier has a digest only, and says so. */
    Optional<String> signingKey();

    /** Name of that key in signatures. */
    @WithDefault("dossier-1")
    String signingKeyId();
}
