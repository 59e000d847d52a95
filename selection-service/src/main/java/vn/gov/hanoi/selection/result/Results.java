package vn.gov.hanoi.selection.result;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.proof.SealedJson;
import vn.gov.hanoi.selection.vacancy.RoundPosts;

/** The door of this room: results that everybody may know. */
@ApplicationScoped
public class Results {
    static final TypeReference<Standings> CONTENT = new TypeReference<>() {};

    private final ContestResultRepository results;
    private final RoundPosts posts;
    private final ApplicationDesk applications;
    private final SealedJson sealed;

    Results(ContestResultRepository results, RoundPosts posts, ApplicationDesk applications, SealedJson sealed) {
        this.results = results;
        this.posts = posts;
        this.applications = applications;
        this.sealed = sealed;
    }

    /**
     * The published result of a post.
     *
     * @param id of the result of the whole round
     * @param ranked by rank; who has none is not here, and if nobody is here nobody is chosen
     */
    public record MeritList(UUID id, UUID roundId, UUID vacancyId, LocalDate publishedOn, List<Ranked> ranked) {
        public MeritList {
            ranked = List.copyOf(ranked);
        }
    }

    /**
     * A candidate with a rank.
     *
     * @param rank dense, from 1; who shares one was not separated by any rule
     * @param written final written mark, 0..100, two decimals
     * @param project mean of the defence, told with two decimals; ranks go by the exact mean
     * @param total what the rank goes by, told with two decimals
     * @param passed always true: who did not pass both rounds has no rank
     */
    public record Ranked(
            UUID applicationId,
            UUID officerId,
            int rank,
            BigDecimal written,
            BigDecimal project,
            BigDecimal total,
            boolean passed) {}

    /** The result of a post; empty before it is published. A candidate whose data were purged is left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<MeritList> published(UUID vacancyId) {
        return posts.roundOf(vacancyId)
                .flatMap(results::ofRound)
                .filter(result -> result.state() == ResultState.PUBLISHED)
                .flatMap(result -> content(result).posts().stream()
                        .filter(post -> post.vacancyId().equals(vacancyId))
                        .findFirst()
                        .map(post -> new MeritList(
                                result.id(),
                                result.roundId(),
                                vacancyId,
                                Objects.requireNonNull(result.publishedOn()),
                                post.entries().stream().flatMap(this::ranked).toList())));
    }

    /** What everybody may know of a round; empty before its result is published. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PublicPart> publicPart(UUID roundId) {
        return Optional.empty();
    }

    private Stream<Ranked> ranked(Standings.Entry entry) {
        var rank = entry.rank();
        var written = entry.written();
        var project = entry.project();
        var total = entry.total();
        if (rank == null || written == null || project == null || total == null) {
            return Stream.empty();
        }
        return applications.find(entry.applicationId()).map(Application::officerId).stream()
                .map(officer -> new Ranked(entry.applicationId(), officer, rank, written, project, total, true));
    }

    private Standings content(ContestResult result) {
        return sealed.open(result.content(), ContestResult.TABLE, result.id(), CONTENT);
    }
}
