package vn.gov.hanoi.selection.result;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.proof.SealedJson;
import vn.gov.hanoi.selection.result.ResultPublished.ChosenFor;

/** Seals and opens what results say. */
@ApplicationScoped
class ResultContents {
    private static final TypeReference<Standings> CONTENT = new TypeReference<>() {};

    private final ContestResultRepository results;
    private final ApplicationDesk applications;
    private final SealedJson sealed;

    ResultContents(ContestResultRepository results, ApplicationDesk applications, SealedJson sealed) {
        this.results = results;
        this.applications = applications;
        this.sealed = sealed;
    }

    Standings of(ContestResult result) {
        return sealed.open(result.content(), ContestResult.TABLE, result.id(), CONTENT);
    }

    byte[] seal(ContestResult result, Standings content) {
        return seal(result.id(), content);
    }

    byte[] seal(UUID id, Standings content) {
        return sealed.seal(content, ContestResult.TABLE, id);
    }

    void flush() {
        results.flush();
    }

    /** The candidate; empty when the data were purged. */
    Optional<UUID> officer(UUID applicationId) {
        return applications.find(applicationId).map(Application::officerId);
    }

    ResultPublished event(ContestResult result, LocalDate day) {
        return new ResultPublished(
                result.id(),
                result.version(),
                result.roundId(),
                result.unitId(),
                day,
                of(result).posts().stream()
                        .map(post -> new ChosenFor(post.vacancyId(), chosen(post)))
                        .toList());
    }

    private List<UUID> chosen(Standings.Post post) {
        return post.entries().stream()
                .filter(entry -> entry.rank() != null && entry.rank() == 1)
                .flatMap(entry -> officer(entry.applicationId()).stream())
                .toList();
    }
}
