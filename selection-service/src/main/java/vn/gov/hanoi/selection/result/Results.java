package vn.gov.hanoi.selection.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.gov.hanoi.selection.defence.Defences;
import vn.gov.hanoi.selection.defence.Defences.Drawn;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.RoundPosts;

/** The door of this room: results that everybody may know. */
@ApplicationScoped
public class Results {
    private final ContestResultRepository results;
    private final ResultContents contents;
    private final RoundPosts posts;
    private final Rounds rounds;
    private final Defences defences;

    Results(
            ContestResultRepository results,
            ResultContents contents,
            RoundPosts posts,
            Rounds rounds,
            Defences defences) {
        this.results = results;
        this.contents = contents;
        this.posts = posts;
        this.rounds = rounds;
        this.defences = defences;
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
                .flatMap(result -> contents.of(result).posts().stream()
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
        return results.ofRound(roundId)
                .filter(result -> result.state() == ResultState.PUBLISHED)
                .map(result -> {
                    var round = rounds.find(roundId).orElseThrow();
                    var drawn = defences.drawn(roundId).orElseThrow();
                    var rules = defences.rules(round);
                    return new PublicPart(
                            new PublicPart.Draw(
                                    drawn.commitment(),
                                    drawn.salt(),
                                    drawn.lot().seed(),
                                    drawn.lot().codes(),
                                    drawn.order()),
                            sheets(round, drawn),
                            rules.ranking(),
                            rules.ties(),
                            rules.passMark(),
                            contents.of(result).posts().stream()
                                    .map(Results::part)
                                    .toList());
                });
    }

    private List<PublicPart.Sheet> sheets(Round round, Drawn drawn) {
        return defences.scored(round).stream()
                .flatMap(each -> each.sheets().stream()
                        .map(sheet -> new PublicPart.Sheet(
                                sheet.id(),
                                Objects.requireNonNull(drawn.codes().get(each.applicationId())),
                                sheet.marks(),
                                sheet.total().toPlainString(),
                                sheet.salt(),
                                sheet.commitment())))
                .toList();
    }

    private static PublicPart.PostPart part(Standings.Post post) {
        var codes = new HashMap<UUID, String>();
        post.entries().forEach(entry -> codes.put(entry.applicationId(), entry.code()));
        var tie = post.tie();
        return new PublicPart.PostPart(
                post.vacancyId(),
                post.entries().stream()
                        .map(entry -> new PublicPart.Line(
                                entry.code(),
                                entry.outcome(),
                                entry.rank(),
                                entry.written(),
                                entry.sum(),
                                entry.count(),
                                entry.project(),
                                entry.total(),
                                entry.separatedBy()))
                        .toList(),
                tie == null
                        ? List.of()
                        : tie.order().stream()
                                .map(id -> Objects.requireNonNull(codes.get(id)))
                                .toList());
    }

    private Stream<Ranked> ranked(Standings.Entry entry) {
        var rank = entry.rank();
        var written = entry.written();
        var project = entry.project();
        var total = entry.total();
        if (rank == null || written == null || project == null || total == null) {
            return Stream.empty();
        }
        return contents.officer(entry.applicationId()).stream()
                .map(officer -> new Ranked(entry.applicationId(), officer, rank, written, project, total, true));
    }
}
