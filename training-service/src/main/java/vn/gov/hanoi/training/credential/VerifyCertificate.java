package vn.gov.hanoi.training.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.gov.hanoi.kernel.time.HanoiClock;

/** Checks a file without this service: a signed text, or a paper in PDF. */
public final class VerifyCertificate {
    private static final String USAGE =
            "verify-certificate FILE --keys KEYS [--status LIST]...   FILE is a PDF or a signed text; KEYS and LIST as published";

    private static final int VALID = 0;
    private static final int NOT_VALID = 1;
    private static final int USED_WRONGLY = 2;

    private VerifyCertificate() {}

    /** @param code 0 if the certificate counts, 1 if not or if that is not known, 2 if the question cannot be read */
    record Outcome(int code, String text) {}

    /** Ends the process with the code of the outcome. */
    public static void main(String[] args) {
        var outcome = check(List.of(args), HanoiClock.system());
        IO.println(outcome.text());
        Runtime.getRuntime().exit(outcome.code());
    }

    static Outcome check(List<String> args, Clock clock) {
        var lists = new ArrayList<String>();
        String keys = "";
        if (args.size() < 3 || args.size() % 2 == 0) {
            return new Outcome(USED_WRONGLY, USAGE);
        }
        try {
            for (int i = 1; i < args.size(); i += 2) {
                var text = Files.readString(Path.of(args.get(i + 1))).strip();
                switch (args.get(i)) {
                    case "--keys" -> keys = text;
                    case "--status" -> lists.add(text);
                    default -> {
                        return new Outcome(USED_WRONGLY, USAGE);
                    }
                }
            }
            var verifier = new OfflineVerifier(KeySet.parse(keys), lists, clock);
            byte[] file = Files.readAllBytes(Path.of(args.getFirst()));
            return said(
                    isPaper(file)
                            ? verifier.verifyPaper(file)
                            : verifier.verify(new String(file, StandardCharsets.UTF_8).strip()));
        } catch (IOException e) {
            return new Outcome(USED_WRONGLY, "cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return new Outcome(USED_WRONGLY, "keys or lists are not as published: " + e.getMessage());
        }
    }

    private static boolean isPaper(byte[] file) {
        return file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
    }

    private static Outcome said(Verification found) {
        var text = new StringBuilder(found.verdict().name());
        if (found.reason() != null) {
            text.append(' ').append(found.reason());
        }
        var content = found.content();
        if (content != null) {
            text.append("\nnumber  ").append(content.number());
            text.append("\nholder  ")
                    .append(content.holder().name())
                    .append(", ")
                    .append(content.holder().officerCode());
            text.append("\ncourse  ").append(content.course().title());
            text.append("\nissued  ")
                    .append(content.issuedOn())
                    .append(" by ")
                    .append(content.issuer().name());
        }
        if (found.statusAsOf() != null) {
            text.append("\nstatus  as of ").append(found.statusAsOf());
        }
        return new Outcome(found.verdict().isValid() ? VALID : NOT_VALID, text.toString());
    }
}
