package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import vn.gov.hanoi.localstack.Distributions;

/** Bulletins of rounds, as everybody reads and checks them. */
final class Bulletin {
    private Bulletin() {}

    static int status(SelectionRound round) {
        return read(round).status();
    }

    /** Fails if there is none. */
    static Http.Answer of(SelectionRound round) {
        var bulletin = read(round);
        assertThat(bulletin.status()).as(bulletin.body()).isEqualTo(200);
        return bulletin;
    }

    private static Http.Answer read(SelectionRound round) {
        return City.gateway().anonymous(SelectionRound.ROOT + "/public/bulletins/" + round.id);
    }

    /** Code and first line of the verifier that is shipped, which needs no service. */
    static String verified(String bulletin) throws IOException {
        var file = Files.createTempFile("bulletin", ".json");
        Files.writeString(file, bulletin);
        var verifier = new ProcessBuilder("./congvu", "verify-bulletin", file.toString())
                .directory(Distributions.projectRoot().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        verifier.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = verifier.start();
        try (var lines = process.inputReader()) {
            var first = lines.readLine();
            lines.transferTo(Writer.nullWriter());
            return process.waitFor() + " " + first;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(file);
        }
    }
}
