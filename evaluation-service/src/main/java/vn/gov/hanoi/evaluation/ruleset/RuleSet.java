package vn.gov.hanoi.evaluation.ruleset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * One version of a rule set, read and checked.
 *
 * @param periodic the parameters; null if the kind is ANNUAL
 * @param content the rules as canonical JSON, without status and legal check: these say how far the document has come, not what it
 *     rules
 * @param digest SHA-256 of the content, hexadecimal
 */
public record RuleSet(RuleSetHeader header, @Nullable PeriodicRules periodic, String content, String digest) {
    public String id() {
        return header.id();
    }

    public int version() {
        return header.version();
    }

    /** The parameters of a periodic rule set. */
    public PeriodicRules rules() {
        if (periodic == null) {
            throw new IllegalStateException(id() + " rates years");
        }
        return periodic;
    }

    /**
     * Why no official rating may rest on it; empty if one may. Domain: only OFFICIAL rule sets issue ratings. Refusal:
     * rule-set.not-official.
     */
    public List<Refusal> ratingBlockers() {
        return header.ratingBlockers();
    }

    /** The same rules after a lawyer has checked them; the digest stays. */
    public RuleSet official(LegalCheck check) {
        if (!check.isDone()) {
            throw new IllegalArgumentException("a legal check names who and when");
        }
        return standing(RuleSetStatus.OFFICIAL, check);
    }

    /** The same rules as they stand in the register, whatever their document says of itself; the digest stays. */
    public RuleSet standing(RuleSetStatus status, LegalCheck check) {
        return new RuleSet(header.with(status, check), periodic, content, digest);
    }

    /** A source as people cite it: number of the document and, in brackets, the article. */
    public String cite(Source source) {
        for (var basis : header.legalBasis()) {
            if (basis.key().equals(source.basis())) {
                return source.article() == null ? basis.number() : basis.number() + " (" + source.article() + ")";
            }
        }
        throw new IllegalArgumentException(source.basis());
    }
}
