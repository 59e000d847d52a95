package vn.gov.hanoi.selection.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.bulletin.Contest.Counts;
import vn.gov.hanoi.selection.bulletin.Contest.Line;
import vn.gov.hanoi.selection.bulletin.Contest.Lot;
import vn.gov.hanoi.selection.bulletin.Contest.Mark;
import vn.gov.hanoi.selection.bulletin.Contest.MarkerSheet;
import vn.gov.hanoi.selection.bulletin.Contest.Post;
import vn.gov.hanoi.selection.bulletin.Contest.Rules;
import vn.gov.hanoi.selection.bulletin.Contest.Sheet;
import vn.gov.hanoi.selection.paper.PublicMark;
import vn.gov.hanoi.selection.paper.Written;
import vn.gov.hanoi.selection.result.PublicPart;
import vn.gov.hanoi.selection.result.Results;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.WrittenRules;
import vn.gov.hanoi.selection.vacancy.RoundPosts.RoundPost;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Puts together what everybody may know of a contest, from the rooms that know it. */
@ApplicationScoped
class WriteContest {
    private static final int FORMAT = 1;

    private final Results results;
    private final Written written;
    private final Rounds rounds;
    private final SelectionDefaultQueries defaults;

    WriteContest(Results results, Written written, Rounds rounds, SelectionDefaultQueries defaults) {
        this.results = results;
        this.written = written;
        this.rounds = rounds;
        this.defaults = defaults;
    }

    /** Empty before the result is published. Inside the transaction of its caller. @param title of the round */
    Optional<Contest> of(UUID roundId, String title) {
        var round = rounds.find(roundId).orElseThrow();
        return results.publicPart(roundId)
                .map(part -> contest(round, title, part, written.publicMarks(roundId), publishedOn(round)));
    }

    private LocalDate publishedOn(Round round) {
        return round.posts().stream()
                .flatMap(post -> results.published(post.vacancyId()).stream())
                .map(Results.MeritList::publishedOn)
                .findFirst()
                .orElseThrow();
    }

    private Contest contest(Round round, String title, PublicPart part, List<PublicMark> marks, LocalDate publishedOn) {
        var known = rounds.posts(round).stream()
                .collect(Collectors.<RoundPost, UUID, RoundPost>toMap(RoundPost::vacancyId, Function.identity()));
        return of(
                round.id(),
                title,
                publishedOn,
                defaults.writtenOn(rounds.approvedOn(round)),
                part,
                marks,
                each -> post(each, known.get(each.vacancyId())));
    }

    private static Post post(PublicPart.PostPart part, @Nullable RoundPost known) {
        return new Post(
                part.vacancyId(),
                known == null ? "" : known.title(),
                known == null ? "" : known.unitName(),
                part.lines().stream().map(WriteContest::line).toList(),
                part.tie());
    }

    /** The pure part. @param named a post with its title and unit */
    static Contest of(
            UUID roundId,
            String title,
            LocalDate publishedOn,
            WrittenRules rules,
            PublicPart part,
            List<PublicMark> marks,
            Function<PublicPart.PostPart, Post> named) {
        var posts = part.posts().stream().map(named).toList();
        var draw = part.draw();
        return new Contest(
                FORMAT,
                roundId,
                title,
                publishedOn,
                rules(rules, part),
                counts(posts, marks),
                marks.stream().map(WriteContest::mark).toList(),
                new Lot(draw.commitment(), draw.salt(), draw.seed(), draw.codes(), draw.order()),
                part.sheets().stream()
                        .map(each -> new Sheet(
                                each.id(), each.code(), each.marks(), each.total(), each.salt(), each.commitment()))
                        .toList(),
                posts);
    }

    private static Rules rules(WrittenRules rules, PublicPart part) {
        return new Rules(
                rules.maximum().toPlainString(),
                rules.spreadPercent().toPlainString(),
                rules.third().name(),
                rules.passMark().toPlainString(),
                part.passMark().toPlainString(),
                part.ranking().name(),
                part.ties().stream().map(Enum::name).toList());
    }

    private static Counts counts(List<Post> posts, List<PublicMark> marks) {
        var lines = posts.stream().flatMap(post -> post.lines().stream()).toList();
        return new Counts(
                lines.size(),
                (int) marks.stream().map(PublicMark::code).distinct().count(),
                (int) lines.stream().filter(line -> line.count() > 0).count(),
                (int) lines.stream().filter(line -> line.rank() != null).count());
    }

    private static Mark mark(PublicMark mark) {
        return new Mark(
                mark.code(),
                mark.phase(),
                Objects.requireNonNull(told(new BigDecimal(mark.mean()))),
                mark.deductionPercent(),
                mark.points(),
                mark.sheets().stream()
                        .map(each -> new MarkerSheet(each.sheet(), each.total(), each.salt(), each.digest()))
                        .toList());
    }

    static Line line(PublicPart.Line line) {
        var separatedBy = line.separatedBy();
        return new Line(
                line.code(),
                line.outcome().name(),
                line.rank(),
                told(line.written()),
                told(line.sum()),
                line.count(),
                told(line.project()),
                told(line.total()),
                separatedBy == null ? null : separatedBy.name());
    }

    private static @Nullable String told(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
