package vn.gov.hanoi.selection.defence;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.proof.Lot;
import vn.gov.hanoi.selection.proof.SealedJson;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.DefenceRules;
import vn.gov.hanoi.selection.ruleset.DefenceScheme;
import vn.gov.hanoi.selection.ruleset.Spread;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** The door of this room: what the defences came to. Whether the caller's caller may know it is that room's matter. */
@ApplicationScoped
public class Defences {
    private static final TypeReference<Draw.Content> DRAW = new TypeReference<>() {};
    private static final TypeReference<Defence.Content> DEFENCE = new TypeReference<>() {};
    private static final TypeReference<ScoreSheet.Content> SHEET = new TypeReference<>() {};

    private final DefenceRepository defences;
    private final Rounds rounds;
    private final SelectionDefaultQueries defaults;
    private final SealedJson sealed;

    Defences(DefenceRepository defences, Rounds rounds, SelectionDefaultQueries defaults, SealedJson sealed) {
        this.defences = defences;
        this.rounds = rounds;
        this.defaults = defaults;
        this.sealed = sealed;
    }

    /** The lot as it was drawn. @param codes by application @param order codes of those who were drawn, first the first */
    public record Drawn(
            Lot lot, String salt, String commitment, Instant committedAt, Map<UUID, String> codes, List<String> order) {
        public Drawn {
            codes = Map.copyOf(codes);
            order = List.copyOf(order);
        }
    }

    /**
     * What became of a candidate who was drawn.
     *
     * @param finished whether nothing is left to be done before scoring ends: opened and, if flagged, reviewed; or absent
     * @param sheets those that were opened; empty for who was absent
     */
    public record Scored(UUID applicationId, UUID vacancyId, boolean finished, List<Opened> sheets) {
        public Scored {
            sheets = List.copyOf(sheets);
        }

        public List<BigDecimal> totals() {
            return sheets.stream().map(Opened::total).toList();
        }
    }

    /** A sealed sheet that was opened. */
    public record Opened(
            UUID id, UUID memberId, Map<String, String> marks, BigDecimal total, String salt, String commitment) {
        public Opened {
            marks = Map.copyOf(marks);
        }
    }

    /** The rules that hold for a round: those of the day on which its plan was approved. Refusal: selection.rules-missing. */
    public DefenceRules rules(Round round) {
        return defaults.defencesOn(rounds.approvedOn(round));
    }

    /** The criteria that hold for a round. Refusal: selection.rules-missing. */
    DefenceScheme scheme(Round round) {
        var day = rounds.approvedOn(round);
        return DefenceScheme.on(rules(round).scheme(), day)
                .orElseThrow(() -> new Refused(Refusal.of(SelectionProblem.RULES_MISSING, "day", day)));
    }

    /** Empty before it is drawn. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Drawn> drawn(UUID roundId) {
        return defences.draw(roundId).filter(draw -> draw.drawnAt() != null).map(draw -> {
            var content = content(draw);
            return new Drawn(
                    content.lot(),
                    content.salt(),
                    draw.commitment(),
                    draw.committedAt(),
                    content.codes(),
                    defences.ofRound(roundId).stream()
                            .map(each -> Objects.requireNonNull(content.codes().get(each.applicationId())))
                            .toList());
        });
    }

    /** All who were drawn, in the order of the lot. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Scored> scored(Round round) {
        var rules = rules(round);
        return defences.ofRound(round.id()).stream()
                .map(each -> {
                    var opened = opened(each);
                    var totals = opened.stream().map(Opened::total).toList();
                    boolean finished = each.state() == DefenceState.ABSENT
                            || each.state() == DefenceState.OPENED
                                    && (each.reviewed() || !Spread.of(totals).isFlagged(rules));
                    return new Scored(each.applicationId(), each.vacancyId(), finished, opened);
                })
                .toList();
    }

    /** The opened sheets of a defence; none before they are opened together. */
    List<Opened> opened(Defence defence) {
        return defence.state() != DefenceState.OPENED
                ? List.of()
                : defences.sheets(defence.id()).stream()
                        .filter(sheet -> sheet.state() == SheetState.SEALED)
                        .map(sheet -> {
                            var content = content(sheet);
                            return new Opened(
                                    sheet.id(),
                                    sheet.memberId(),
                                    content.marks(),
                                    total(content.marks()),
                                    Objects.requireNonNull(content.salt()),
                                    Objects.requireNonNull(sheet.commitment()));
                        })
                        .toList();
    }

    static BigDecimal total(Map<String, String> marks) {
        return marks.values().stream().map(BigDecimal::new).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    Draw.Content content(Draw draw) {
        return sealed.open(draw.content(), Draw.TABLE, draw.id(), DRAW);
    }

    Defence.Content content(Defence defence) {
        return sealed.open(defence.content(), Defence.TABLE, defence.id(), DEFENCE);
    }

    ScoreSheet.Content content(ScoreSheet sheet) {
        return sealed.open(sheet.content(), ScoreSheet.TABLE, sheet.id(), SHEET);
    }

    byte[] seal(Object content, String table, UUID id) {
        return sealed.seal(content, table, id);
    }
}
