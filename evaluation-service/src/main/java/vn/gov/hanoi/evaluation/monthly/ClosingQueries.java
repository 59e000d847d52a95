package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.Actor;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.ClosingSummary;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.ClosingView;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.Opened;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.ProgressView;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.Skipped;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.ActionView;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.Blocker;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads of closings; a caller sees those of the own unit and below it. */
@ApplicationScoped
class ClosingQueries {
    static final String PATH = "/evaluation/v1/closings/";
    private static final String IN_SCOPE = "c.unit_id in (select id from units_within(?))";
    private static final String SELECT = "select " + ClosingRepository.COLUMNS + ", "
            + EvaluationQueries.UNIT
                    .formatted("c", "x.code", "unit_codes x")
                    .replace("and x.superseded_at", "and x.scheme = 'ELECTRONIC' and x.superseded_at")
            + " as unit_code, " + EvaluationQueries.UNIT.formatted("c", "x.name", "unit_states x")
            + " as unit_name from closings c where ";

    private final DataSource database;
    private final ClosingDesk desk;
    private final Scopes scopes;
    private final PageQueries pages;
    private final ProblemTexts texts;
    private final ClosingLockRepository locks;
    private final WorkCalendar days = WorkCalendar.named("VN");

    ClosingQueries(
            DataSource database,
            ClosingDesk desk,
            Scopes scopes,
            PageQueries pages,
            ProblemTexts texts,
            ClosingLockRepository locks) {
        this.database = database;
        this.desk = desk;
        this.scopes = scopes;
        this.pages = pages;
        this.texts = texts;
        this.locks = locks;
    }

    private record Row(Closing closing, UnitReference unit) {}

    LocalDate today() {
        return desk.today();
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    ClosingView get(UUID id, Caller caller) {
        return view(desk.see(id, caller), caller);
    }

    ClosingView view(Closing closing, Caller caller) {
        return view(closing, null, caller);
    }

    ClosingView opened(Closing closing, Caller caller, int added, int people, List<Skipped> skipped) {
        return view(closing, new Opened(people, added, skipped), caller);
    }

    private ClosingView view(Closing closing, @Nullable Opened opened, Caller caller) {
        var guard = desk.guard(closing, caller);
        var published = closing.published();
        var locked = closing.locked();
        return new ClosingView(
                closing.id(),
                Etags.of(closing.rowVersion()),
                closing.period().text(),
                rows(new Query(SELECT + "c.id = ?", List.of(closing.id()), null))
                        .getFirst()
                        .unit(),
                closing.state(),
                guard.ruleSets().values().stream()
                        .allMatch(each -> each.header().status() == RuleSetStatus.OFFICIAL),
                closing.opened().at(),
                published == null ? null : published.at(),
                guard.petitionsUntil(),
                locked == null ? null : locked.mark().at(),
                locked == null ? null : locked.digest(),
                closing.raise() == null ? null : closing.raise().decision(),
                closing.smallUnitReason(),
                progress(guard),
                outdated(guard, caller),
                guard.unlockedBelow().size(),
                locks.history(closing.id()),
                opened,
                actions(guard, caller));
    }

    /** What is recorded about a person is not for all who see the closing. */
    private static List<SheetFlag> outdated(ClosingGuard guard, Caller caller) {
        boolean keeper = caller.roles().contains(EvaluationRoles.KEEPER);
        return guard.outdated().stream()
                .filter(flag -> keeper || flag.kind() != SheetFlag.Kind.RECORD)
                .toList();
    }

    private List<ProgressView> progress(ClosingGuard guard) {
        return guard.progress().stream()
                .map(each -> {
                    var rules = Objects.requireNonNull(guard.ruleSets().get(each.ruleSetId()))
                            .rules();
                    var workflow = Workflow.of(rules, guard.closing().period(), days);
                    var next = workflow.next(each.state());
                    return new ProgressView(
                            each.state(),
                            each.count(),
                            next.orElse(null),
                            next.map(ClosingQueries::actor).orElse(null),
                            next.map(workflow::due).orElse(null),
                            next.map(step -> workflow.isLate(step, guard.today()))
                                    .orElse(false));
                })
                .toList();
    }

    private static Actor actor(SheetState step) {
        return switch (step) {
            case OPENED, PUBLISHED, LOCKED -> Actor.KEEPER;
            case PLANNED, SELF_SCORED -> Actor.SUBJECT;
            case COLLECTIVE_REVIEWED, MANAGER_SCORED -> Actor.MANAGER;
            case DECIDED -> Actor.DECIDER;
        };
    }

    private List<ActionView> actions(ClosingGuard guard, Caller caller) {
        var offered = new ArrayList<ActionView>();
        for (var act : ClosingGuard.Act.values()) {
            var verb = act.name().toLowerCase(Locale.ROOT);
            var blocked = guard.refusals(act, caller).stream()
                    .map(refusal -> new Blocker(
                            refusal.code().code(),
                            refusal.args(),
                            texts.detail(refusal.code(), refusal.args(), Locale.of("vi"))))
                    .toList();
            offered.add(new ActionView(
                    verb,
                    null,
                    PATH + guard.closing().id() + "/actions/" + verb,
                    blocked.isEmpty(),
                    needs(act, guard),
                    blocked));
        }
        return offered;
    }

    private static List<String> needs(ClosingGuard.Act act, ClosingGuard guard) {
        return switch (act) {
            case PUBLISH -> List.of();
            case LOCK -> guard.unlockedBelow().isEmpty() ? List.of() : List.of("reason");
            case REOPEN -> List.of("reason", "decision");
        };
    }

    /**
     * The latest month first. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown.
     *
     * @param unitId only this rating unit; null for all
     */
    @Transactional
    Page<ClosingSummary> list(
            List<String> period, List<String> state, @Nullable String unitId, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "period, descending, only");
        }
        state.forEach(each -> Params.oneOf(ClosingState.class, "state", each));
        var scope = scopes.of(caller);
        var unit = Params.uuid("unitId", unitId);
        var place = pages.place(List.of("closings", period, state, String.valueOf(unit), scope), params, caller);
        var conditions =
                new Conditions(IN_SCOPE, scope).anyOf("c.state", "state", state).months("c.period_from", period);
        if (unit != null) {
            conditions.add("c.unit_id = ?", unit);
        }
        var counted =
                params.page().count() ? pages.count("select 1 from closings c", conditions, place.moment()) : null;
        place.after()
                .ifPresent(after ->
                        conditions.add("(c.period_from, c.id) < (?, ?)", LocalDate.parse(after.key()), after.id()));
        var sql = "%s%s order by c.period_from desc, c.id desc limit %d"
                .formatted(SELECT, conditions.sql(), params.page().limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                params.page(),
                place,
                row -> pages.keys(
                        row.closing().period().from().toString(), row.closing().id()));
        return PageQueries.counted(PageQueries.map(page, ClosingQueries::summary), counted);
    }

    private static ClosingSummary summary(Row row) {
        var closing = row.closing();
        return new ClosingSummary(
                closing.id(),
                Etags.of(closing.rowVersion()),
                closing.period().text(),
                row.unit(),
                closing.state(),
                closing.opened().at(),
                closing.published() == null ? null : closing.published().at(),
                closing.locked() == null ? null : closing.locked().mark().at());
    }

    private List<Row> rows(Query query) {
        var found = new ArrayList<Row>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, row -> {
                var closing = ClosingRepository.read(row);
                found.add(new Row(
                        closing,
                        new UnitReference(closing.unitId(), row.getString("unit_code"), row.getString("unit_name"))));
            });
        } catch (SQLException e) {
            throw new IllegalStateException("closings cannot be listed", e);
        }
        return found;
    }
}
