package vn.gov.hanoi.selection.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.defence.DefenceApi.DefenceView;
import vn.gov.hanoi.selection.defence.DefenceApi.MarkView;
import vn.gov.hanoi.selection.defence.DefenceApi.MemberView;
import vn.gov.hanoi.selection.defence.DefenceApi.OpenedView;
import vn.gov.hanoi.selection.defence.DefenceApi.ScoresView;
import vn.gov.hanoi.selection.defence.DefenceApi.SheetView;
import vn.gov.hanoi.selection.defence.DefenceDesk.Laid;
import vn.gov.hanoi.selection.defence.DrawApi.CriterionView;
import vn.gov.hanoi.selection.defence.DrawApi.DrawView;
import vn.gov.hanoi.selection.defence.DrawApi.RulesView;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.Mean;
import vn.gov.hanoi.selection.ruleset.Spread;

/** Shows the lot, defences and sheets, each as far as the viewer may know of it. Inside the transaction that loaded them. */
@ApplicationScoped
class DefenceViews {
    static final String ADDRESS = "/selection/v1/defences/";
    static final String SHEETS = "/selection/v1/score-sheets/";

    private final DefenceDesk desk;
    private final DefenceRepository defences;
    private final Defences contents;
    private final Council council;
    private final Rounds rounds;
    private final Problems problems;

    DefenceViews(
            DefenceDesk desk,
            DefenceRepository defences,
            Defences contents,
            Council council,
            Rounds rounds,
            Problems problems) {
        this.desk = desk;
        this.defences = defences;
        this.contents = contents;
        this.council = council;
        this.rounds = rounds;
        this.problems = problems;
    }

    /** Refusal: resource.not-found for who neither sits in the council nor stands for a post. */
    @Transactional
    DrawView draw(UUID roundId, Caller caller, Locale locale) {
        var round = rounds.find(roundId)
                .filter(each -> desk.takesPart(each, caller))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var draw = defences.draw(roundId).orElse(null);
        var drawn = contents.drawn(roundId).orElse(null);
        boolean secretary =
                council.seat(roundId, caller).filter(Council.Seat::secretary).isPresent();
        var guard = new DrawGuard(draw, round.stateOn(rounds.today()), secretary);
        return new DrawView(
                roundId,
                draw == null ? null : Etags.of(draw.version()),
                draw == null ? null : draw.commitment(),
                draw == null ? null : draw.committedAt(),
                draw == null ? null : draw.drawnAt(),
                drawn == null ? null : drawn.salt(),
                drawn == null ? null : drawn.lot().seed(),
                drawn == null ? null : drawn.lot().codes(),
                drawn == null ? null : drawn.order(),
                rules(round),
                drawn == null
                        ? List.of()
                        : defences.ofRound(roundId).stream()
                                .flatMap(each -> desk.see(each, round, caller).stream())
                                .map(laid -> of(laid, locale))
                                .toList(),
                Arrays.stream(DrawGuard.Act.values())
                        .map(act -> action(
                                act.verb(),
                                "/selection/v1/rounds/" + roundId + "/draw",
                                act.needs(),
                                guard.refusals(act),
                                locale))
                        .toList());
    }

    /** Refusal: resource.not-found for who may not know of it. */
    @Transactional
    DefenceView one(UUID id, Caller caller, Locale locale) {
        return of(desk.see(id, caller), locale);
    }

    DefenceView of(Laid laid, Locale locale) {
        var defence = laid.defence();
        var seat = laid.seat();
        var sheets = seat == null ? List.<ScoreSheet>of() : defences.sheets(defence.id());
        var scores = seat == null ? null : scores(defence, laid.round());
        var rules = contents.rules(laid.round());
        var guard = new DefenceGuard(
                defence, laid.state(), laid.leads(), scores != null && scores.flagged(), rounds.today());
        return new DefenceView(
                defence.id(),
                Etags.of(defence.version()),
                defence.roundId(),
                defence.vacancyId(),
                defence.applicationId(),
                laid.officerId(),
                code(defence),
                defence.place(),
                defence.startsAt(),
                defence.startsAt().plus(rules.slot()),
                defence.state(),
                defence.heldOn(),
                sheets.stream()
                        .filter(sheet -> seat != null && sheet.memberId().equals(seat.officerId()))
                        .map(ScoreSheet::id)
                        .findFirst()
                        .orElse(null),
                laid.leads()
                        ? sheets.stream()
                                .map(sheet -> new MemberView(sheet.memberId(), sheet.state()))
                                .toList()
                        : null,
                scores,
                defence.version(),
                defence.changedAt(),
                seat == null
                        ? List.of()
                        : Arrays.stream(DefenceGuard.Act.values())
                                .map(act -> action(
                                        act.verb(), ADDRESS + defence.id(), act.needs(), guard.refusals(act), locale))
                                .toList());
    }

    SheetView of(ActOnSheet.Own own, Locale locale) {
        var sheet = own.sheet();
        var marks = contents.content(sheet).marks();
        return new SheetView(
                sheet.id(),
                Etags.of(sheet.version()),
                sheet.defenceId(),
                code(own.laid().defence()),
                sheet.state(),
                marks(marks),
                Defences.total(marks),
                sheet.commitment(),
                sheet.version(),
                List.of(action("seal", SHEETS + sheet.id(), List.of(), ActOnSheet.toChange(own), locale)));
    }

    private @Nullable ScoresView scores(Defence defence, Round round) {
        var opened = contents.opened(defence);
        if (opened.isEmpty()) {
            return null;
        }
        var totals = opened.stream().map(Defences.Opened::total).toList();
        var mean = Mean.of(totals);
        var spread = Spread.of(totals);
        var content = contents.content(defence);
        return new ScoresView(
                opened.stream()
                        .map(each -> new OpenedView(
                                each.id(),
                                each.memberId(),
                                marks(each.marks()),
                                each.total(),
                                each.salt(),
                                each.commitment()))
                        .toList(),
                mean.sum(),
                mean.count(),
                mean.told(),
                spread.range(),
                spread.farthest(),
                spread.isFlagged(contents.rules(round)),
                content.review(),
                content.missing());
    }

    private RulesView rules(Round round) {
        var rules = contents.rules(round);
        return new RulesView(
                rules.passMark(),
                rules.presentationMinutes(),
                rules.questionMinutes(),
                rules.spreadRange(),
                rules.spreadMedian(),
                rules.ranking(),
                rules.ties(),
                contents.scheme(round).criteria().stream()
                        .map(each -> new CriterionView(each.code(), each.names(), each.mostPoints()))
                        .toList());
    }

    private String code(Defence defence) {
        var draw = defences.draw(defence.roundId()).orElseThrow();
        return Objects.requireNonNull(contents.content(draw).codes().get(defence.applicationId()));
    }

    private static List<MarkView> marks(Map<String, String> marks) {
        return marks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new MarkView(each.getKey(), new BigDecimal(each.getValue())))
                .toList();
    }

    private ActionView action(String verb, String address, List<String> needs, List<Refusal> refusals, Locale locale) {
        return new ActionView(
                verb,
                address + "/actions/" + verb,
                refusals.isEmpty(),
                needs,
                refusals.stream().map(each -> problems.item(each, locale)).toList());
    }
}
