package vn.gov.hanoi.selection.condition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a candidate.
 *
 * @param startsOn day on which the process starts
 * @param cutOff last day of the dossier window; recent periods are counted from it
 * @param asOf day of the check; sanctions count as they stand on it, and later results up to it may still refute
 * @param termMonths one full term of the post
 * @param birthDate from the dossier; null if not given
 * @param results of which the newest revision counts
 * @param bans all that sanctions forbid or forbade; null if the person is not known to the copy of the directory
 * @param posts main posts, in any order
 * @param worksWithin whether the main post on the cut-off day is in the agency of the post; null if there is none
 */
public record Facts(
        CandidateSource source,
        LocalDate startsOn,
        LocalDate cutOff,
        LocalDate asOf,
        int termMonths,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        List<Document> documents,
        List<Result> results,
        @Nullable List<Ban> bans,
        List<Post> posts,
        @Nullable Boolean worksWithin) {
    public Facts {
        documents = List.copyOf(documents);
        results = List.copyOf(results);
        bans = bans == null ? null : List.copyOf(bans);
        posts = List.copyOf(posts);
    }

    /**
     * A document of the dossier.
     *
     * @param issuedOn date of the document
     * @param confirms whether those who verified it found what it is for; null until it was verified
     */
    public record Document(
            String id,
            DocumentKind kind,
            LocalDate issuedOn,
            @Nullable Boolean confirms) {}

    /**
     * The result of a period.
     *
     * @param period for example 2026-07, 2026-Q3 or 2026
     * @param grade null unless rated
     */
    public record Result(UUID id, String period, @Nullable String grade, int revision) {}

    /**
     * Something that a sanction, or a case that is considered, forbids.
     *
     * @param revision of the sanction; 0 for a case that is or was only considered
     * @param lastDay inclusive; null while a case is considered
     */
    public record Ban(
            UUID caseId,
            int revision,
            String kind,
            LocalDate effectiveOn,
            @Nullable LocalDate lastDay) {
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(effectiveOn) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /** A main post; {@code validTo} is the first day no longer in it. */
    public record Post(
            UUID id, LocalDate validFrom, @Nullable LocalDate validTo) {
        boolean isHeldOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
        }
    }
}
