package vn.gov.hanoi.evaluation.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Files as they arrive. */
@ApplicationScoped
class Uploads {
    private final ImportConfig config;

    Uploads(ImportConfig config) {
        this.config = config;
    }

    /** SHA-256 of the file, which stands for its content. Refusal: request.too-large. */
    byte[] digest(FileUpload file) {
        if (file.size() > config.mostBytes()) {
            throw new Refused(Refusal.of(KernelProblem.TOO_LARGE, "limitBytes", config.mostBytes()));
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var bytes = new DigestInputStream(Files.newInputStream(file.uploadedFile()), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
