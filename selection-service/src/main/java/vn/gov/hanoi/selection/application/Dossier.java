package vn.gov.hanoi.selection.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.condition.DocumentKind;
import vn.gov.hanoi.selection.condition.Sex;

/**
 * What an application says about a person; stored sealed.
 *
 * @param late why it was accepted after the window; null if it was not late
 * @param ending why the person does not stand any more; null as long as the person does
 * @param hold why nothing may be purged; null if there is no hold
 */
public record Dossier(
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        List<Document> documents,
        @Nullable Ground late,
        @Nullable Ground ending,
        @Nullable Ground hold) {
    public Dossier {
        documents = List.copyOf(documents);
    }

    /**
     * A document, without its content.
     *
     * @param reference number of the document or of its file
     * @param digest SHA-256 of the file in hexadecimal; null for paper
     * @param confirms whether it was verified and says what it is for; null until then
     * @param verifiedBy who verified it: officer; null until then
     */
    public record Document(
            UUID id,
            DocumentKind kind,
            String reference,
            LocalDate issuedOn,
            LocalDate receivedOn,
            @Nullable String digest,
            @Nullable Boolean confirms,
            @Nullable UUID verifiedBy) {}

    /** A reason with the decision that accepts it; a withdrawal of one's own needs none. */
    public record Ground(ReasonPart reason, @Nullable DecisionPart decision) {}

    Dossier withDocuments(List<Document> others) {
        return new Dossier(birthDate, sex, others, late, ending, hold);
    }

    Dossier endedFor(Ground ground) {
        return new Dossier(birthDate, sex, documents, late, ground, hold);
    }

    Dossier heldFor(@Nullable Ground ground) {
        return new Dossier(birthDate, sex, documents, late, ending, ground);
    }
}
