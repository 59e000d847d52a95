package vn.gov.hanoi.training.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same answers on a machine that knows only files. */
class VerifyCertificateTest {
    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text + "\n").toString();
    }

    private VerifyCertificate.Outcome check(String... args) {
        return VerifyCertificate.check(List.of(args), Sample.on("2026-07-01"));
    }

    @Test
    void shouldAnswerFromFiles() throws IOException {
        // Given
        var text = Sample.signed(Sample.OLD);
        var good = file("good.jwt", text);
        var bad = file("bad.jwt", text.substring(1));
        var keys = file("keys.json", Sample.keys().published().toString());
        var lists = Sample.lists(Instant.parse("2026-06-02T00:00:00Z"), true, null, null);
        var revocation = file("revocation", lists.get(0));
        var suspension = file("suspension", lists.get(1));
        var revoked = file(
                "revoked", Sample.list(StatusPurpose.REVOCATION, Instant.parse("2026-06-03T00:00:00Z"), true, "FRAUD"));
        var paper = folder.resolve("paper.pdf");
        Files.write(paper, CertificatePaper.render(Sample.content(null), text, Sample.ADDRESSES));

        // Then
        var valid = check(good, "--keys", keys, "--status", revocation, "--status", suspension);
        assertThat(valid.code()).isZero();
        assertThat(valid.text()).isEqualTo("""
                VALID_OLD_KEY
                number  HN26-7KQ4-M2XD-9RTC
                holder  Nguyễn Thị Mẫu Ưỡng, CB000123
                course  Bồi dưỡng kỹ năng lãnh đạo, quản lý cấp phòng
                issued  2026-05-20 by Ủy ban nhân dân Thành phố Hà Nội
                status  as of 2026-06-02T00:00:00Z""");
        assertThat(check(paper.toString(), "--keys", keys, "--status", revocation, "--status", suspension)
                        .code())
                .isZero();
        var taken = check(good, "--keys", keys, "--status", revoked, "--status", suspension, "--status", revocation);
        assertThat(taken.code()).isEqualTo(1);
        assertThat(taken.text()).startsWith("REVOKED FRAUD\n");
        assertThat(check(bad, "--keys", keys).text()).isEqualTo("ALTERED");
        assertThat(check(good, "--keys", keys).text()).startsWith("STATUS_NOT_CHECKED");
        assertThat(check(good, "--keys", keys).code()).isEqualTo(1);
    }

    @Test
    void shouldSayHowItIsUsed() throws IOException {
        // Given
        var good = file("good.jwt", Sample.signed(Sample.OLD));
        var keys = file("keys.json", Sample.keys().published().toString());

        // Then
        for (var args : List.of(
                List.<String>of(),
                List.of(good),
                List.of(good, "--keys"),
                List.of(good, "--key", keys),
                List.of(good, "--keys", folder.resolve("none").toString()),
                List.of(good, "--keys", good),
                List.of(good, "--status", keys),
                List.of(good, "--keys", keys, "--status", good))) {
            assertThat(VerifyCertificate.check(args, Sample.on("2026-07-01")).code())
                    .as(args.toString())
                    .isEqualTo(2);
        }
    }
}
