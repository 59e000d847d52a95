package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.yearly.YearApi.ActionView;
import vn.gov.hanoi.evaluation.yearly.YearApi.Blocker;
import vn.gov.hanoi.evaluation.yearly.YearApi.Detail;
import vn.gov.hanoi.evaluation.yearly.YearApi.HiddenField;
import vn.gov.hanoi.evaluation.yearly.YearApi.MonthView;
import vn.gov.hanoi.evaluation.yearly.YearApi.YearView;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.Opened;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.YearCapView;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.YearClosingView;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.YearProgress;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/** Shows classifications and closings, each viewer what is for him or her. */
@ApplicationScoped
class YearViews {
    static final String COLLECTION = "/evaluation/v1/annual-closings";
    static final String CLOSINGS = COLLECTION + "/";
    private static final String HIDDEN = "policy.no-part-in-it";
    private static final String PATH = "/evaluation/v1/annual-classifications/";

    private final YearDesk desk;
    private final YearQueries queries;
    private final YearClosingQueries closings;
    private final ClassificationRepository rows;
    private final YearCap cap;
    private final ProblemTexts texts;

    YearViews(
            YearDesk desk,
            YearQueries queries,
            YearClosingQueries closings,
            ClassificationRepository rows,
            YearCap cap,
            ProblemTexts texts) {
        this.desk = desk;
        this.queries = queries;
        this.closings = closings;
        this.rows = rows;
        this.cap = cap;
        this.texts = texts;
    }

    YearView full(YearGuard seen) {
        var row = seen.row();
        boolean shown = seen.relation().seesPoints();
        var summary = queries.summary(row.id());
        var header = seen.ruleSet().header();
        return new YearView(
                summary.id(),
                summary.etag(),
                summary.year(),
                summary.closingId(),
                summary.officer(),
                summary.unit(),
                row.person().ratingUnitId(),
                row.person().decidingUnitId(),
                summary.state(),
                summary.level(),
                summary.notRated(),
                summary.stale(),
                summary.reopened(),
                header.id(),
                header.version(),
                summary.revision(),
                row.revision().supersedes(),
                row.revision().supersededAt(),
                summary.publishedAt(),
                shown ? detail(row) : null,
                shown ? List.of() : List.of(new HiddenField("/detail", HIDDEN)),
                List.of(
                        action(seen, YearGuard.Act.DECIDE, List.of("decision", "level")),
                        action(seen, YearGuard.Act.CORRECT, List.of("reason", "decision", "level"))));
    }

    private static Detail detail(Classification row) {
        var months = row.months();
        var found = row.suggested();
        var decided = row.decided();
        return new Detail(
                months.a(),
                months.b(),
                months.c(),
                months.d(),
                months.leftOut(),
                months.sum(),
                months.mean(),
                months.each().stream()
                        .map(each -> new MonthView(
                                each.sheetId(),
                                Period.month(YearMonth.from(each.from())).text(),
                                each.unitId(),
                                each.grade(),
                                each.points()))
                        .toList(),
                found.level(),
                found.limit(),
                found.missingOpinions(),
                found.flags(),
                row.consequences(),
                found.digest(),
                decided == null ? null : decided.at(),
                decided == null ? null : decided.decision(),
                decided == null ? null : decided.collective());
    }

    private ActionView action(YearGuard seen, YearGuard.Act act, List<String> needs) {
        var verb = act.name().toLowerCase(Locale.ROOT);
        return action(verb, PATH + seen.row().id() + "/actions/" + verb, needs, seen.refusals(act));
    }

    private ActionView action(String verb, String href, List<String> needs, List<Refusal> refusals) {
        var blocked = refusals.stream()
                .map(refusal -> new Blocker(
                        refusal.code().code(),
                        refusal.args(),
                        texts.detail(refusal.code(), refusal.args(), Locale.of("vi"))))
                .toList();
        return new ActionView(verb, href, blocked.isEmpty(), needs, blocked);
    }

    YearClosingView closing(YearClosing closing, Caller caller) {
        return view(closing, null, caller);
    }

    YearClosingView opened(YearClosing closing, Opened opened, Caller caller) {
        return view(closing, opened, caller);
    }

    private YearClosingView view(YearClosing closing, @Nullable Opened opened, Caller caller) {
        var guard = desk.guard(closing);
        var progress = new ArrayList<YearProgress>();
        for (var each : guard.progress()) {
            progress.add(new YearProgress(each.state(), each.stale(), each.count()));
        }
        var published = closing.published();
        var raise = closing.raise();
        return new YearClosingView(
                closing.id(),
                Etags.of(closing.rowVersion()),
                closing.year(),
                closings.unitOf(closing.id()),
                closing.state(),
                guard.ruleSets().values().stream()
                        .allMatch(each -> each.header().status() == RuleSetStatus.OFFICIAL),
                closing.opened().at(),
                published == null ? null : published.at(),
                raise == null ? null : raise.decision(),
                progress,
                caps(closing),
                opened,
                List.of(action(
                        "publish", CLOSINGS + closing.id() + "/actions/publish", List.of(), guard.publish(caller))));
    }

    /** What is decided so far, so that the decider sees the count before the publication refuses it. */
    private List<YearCapView> caps(YearClosing closing) {
        return cap.uses(rows.living(closing.id()), closing.raise()).stream()
                .map(use -> {
                    var readings = new TreeMap<String, Integer>();
                    use.readings().forEach((reading, allowed) -> readings.put(reading.name(), allowed));
                    return new YearCapView(
                            use.ruleSet(),
                            use.reading().name(),
                            readings,
                            use.goodOrBetter(),
                            use.allowed(),
                            use.used());
                })
                .toList();
    }
}
