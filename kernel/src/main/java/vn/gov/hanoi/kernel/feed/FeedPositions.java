package vn.gov.hanoi.kernel.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.seal.Sealer;

/** Writes places of the log as text that nobody else can make, and reads them again; each belongs to one service. */
@ApplicationScoped
class FeedPositions {
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST = 100;

    private final Sealer sealer;
    private final String context;

    FeedPositions(Sealer sealer, @ConfigProperty(name = "congvu.service") String service) {
        this.sealer = sealer;
        this.context = "feed|" + service;
    }

    String text(long position) {
        byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
        return TO_TEXT.encodeToString(sealer.seal(plain, context));
    }

    /**
     * Refusal: events.position-invalid.
     *
     * @param parameter where it was given
     */
    long read(String text, String parameter) {
        try {
            byte[] sealed = text.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
            // The decoder ignores padding and the spare bits of the last character: those would be altered unseen.
            if (TO_TEXT.encodeToString(sealed).equals(text)) {
                var plain = sealer.open(sealed, context);
                if (plain.isPresent() && plain.get().length == Long.BYTES) {
                    return ByteBuffer.wrap(plain.get()).getLong();
                }
            }
        } catch (IllegalArgumentException _) {
            // Not base64 at all: refused like every other text that is none of ours.
        }
        throw invalid(parameter);
    }

    static Refused invalid(String parameter) {
        return new Refused(Refusal.of(KernelProblem.POSITION_INVALID).atParameter(parameter));
    }

    static Refused expired(String parameter) {
        return new Refused(Refusal.of(KernelProblem.POSITION_EXPIRED).atParameter(parameter));
    }
}
