package vn.gov.hanoi.selection.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import vn.gov.hanoi.kernel.seal.Sealer;

/** Seals dossiers, each for its application only. */
@ApplicationScoped
class Dossiers {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Sealer sealer;

    Dossiers(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(Dossier dossier, UUID applicationId) {
        try {
            return sealer.seal(JSON.writeValueAsBytes(dossier), context(applicationId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dossier cannot be written", e);
        }
    }

    Dossier open(Application application) {
        var plain = sealer.open(application.content(), context(application.id()))
                .orElseThrow(() -> new IllegalStateException("dossier was altered: " + application.id()));
        try {
            return JSON.readValue(plain, Dossier.class);
        } catch (IOException e) {
            throw new UncheckedIOException("dossier cannot be read", e);
        }
    }

    private static String context(UUID applicationId) {
        return "application:" + applicationId;
    }
}
