package vn.gov.hanoi.evaluation.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.ActionView;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.Blocker;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.DecisionRequest;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.PlanSummary;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.PlanView;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads of plans; a caller sees those drafted in the own unit and below it. */
@ApplicationScoped
class ReorganisationQueries {
    private static final String PATH = "/evaluation/v1/reorganisations/";
    private static final String IN_SCOPE = "p.scope_unit_id in (select id from units_within(?))";

    private final DataSource database;
    private final PlanRepository plans;
    private final Scopes scopes;
    private final PageQueries pages;
    private final ProblemTexts texts;
    private final Clock clock;

    ReorganisationQueries(
            DataSource database,
            PlanRepository plans,
            Scopes scopes,
            PageQueries pages,
            ProblemTexts texts,
            Clock clock) {
        this.database = database;
        this.plans = plans;
        this.scopes = scopes;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    /** Refusals: resource.not-found for an unknown plan and one of another part of the City, scope.unit-unknown. */
    @Transactional
    void requireVisible(UUID id, Caller caller) {
        var plan = plans.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        scopes.requireVisible(scopes.of(caller), plan.scopeUnitId());
    }

    /** As {@link #requireVisible}. */
    @Transactional
    Plan get(UUID id, Caller caller) {
        requireVisible(id, caller);
        return plans.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /**
     * The plan that somebody wants to act on, held until the end of the transaction. A plan that is being worked on is refused at once,
     * since its row is held as long as the work.
     *
     * <p>Refusals: those of {@link Plan#refusals}, precondition.required, precondition.failed, resource.not-found.
     */
    Plan hold(UUID id, @Nullable String ifMatch, Plan.Act act, Caller caller) {
        var seen = get(id, caller);
        if (seen.pending() != null) {
            Refused.ifAny(seen.refusals(act, caller, LocalDate.now(clock)));
        }
        var plan = plans.hold(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, plan.version());
        Refused.ifAny(plan.refusals(act, caller, LocalDate.now(clock)));
        return plan;
    }

    PlanView view(Plan plan, Caller caller) {
        return new PlanView(
                plan.id(),
                Etags.of(plan.version()),
                plan.head().title(),
                decision(plan),
                plan.head().effectiveOn(),
                plan.state(),
                plan.pending(),
                plan.operationId(),
                plan.content(),
                plan.refs(),
                plan.drafted().at(),
                plan.applied() == null ? null : plan.applied().at(),
                plan.reverted() == null ? null : plan.reverted().at(),
                plan.version(),
                actions(plan, caller));
    }

    private static DecisionRequest decision(Plan plan) {
        var decision = plan.head().decision();
        return new DecisionRequest(decision.number(), decision.signedOn(), decision.issuer());
    }

    private List<ActionView> actions(Plan plan, Caller caller) {
        var today = LocalDate.now(clock);
        var offered = new ArrayList<ActionView>();
        for (var act : List.of(Plan.Act.APPLY, Plan.Act.REVERT, Plan.Act.CANCEL)) {
            var verb = act.name().toLowerCase(Locale.ROOT);
            var blocked = plan.refusals(act, caller, today).stream()
                    .map(refusal -> new Blocker(
                            refusal.code().code(),
                            refusal.args(),
                            texts.detail(refusal.code(), refusal.args(), Locale.of("vi"))))
                    .toList();
            offered.add(new ActionView(verb, PATH + plan.id() + "/actions/" + verb, blocked.isEmpty(), blocked));
        }
        return offered;
    }

    private record Row(PlanSummary view, String key) {}

    /** Newest effective day first. Refusals: query.invalid-parameter, page.cursor-invalid, scope.unit-unknown. */
    @Transactional
    Page<PlanSummary> list(List<String> state, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "effectiveOn, descending, only");
        }
        state.forEach(each -> Params.oneOf(Plan.State.class, "state", each));
        var scope = scopes.of(caller);
        var place = pages.place(List.of("reorganisations", state, scope), params, caller);
        var conditions = new Conditions(IN_SCOPE, scope).anyOf("p.state", "state", state);
        var counted = params.page().count()
                ? pages.count("select 1 from reorganisations p", conditions, place.moment())
                : null;
        place.after()
                .ifPresent(after ->
                        conditions.add("(p.effective_on, p.id) < (?, ?)", LocalDate.parse(after.key()), after.id()));
        var sql = "select %s from reorganisations p where %s order by effective_on desc, id desc limit %d"
                .formatted(
                        PlanRepository.COLUMNS, conditions.sql(), params.page().limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                params.page(),
                place,
                row -> pages.keys(row.key(), row.view().id()));
        return PageQueries.counted(PageQueries.map(page, Row::view), counted);
    }

    private List<Row> rows(Query query) {
        var found = new ArrayList<Row>();
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var plan = PlanRepository.read(rows);
                found.add(new Row(summary(plan), plan.head().effectiveOn().toString()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("plans cannot be read", e);
        }
        return found;
    }

    private static PlanSummary summary(Plan plan) {
        return new PlanSummary(
                plan.id(),
                Etags.of(plan.version()),
                plan.head().title(),
                decision(plan),
                plan.head().effectiveOn(),
                plan.state(),
                plan.pending(),
                plan.drafted().at(),
                plan.applied() == null ? null : plan.applied().at(),
                plan.version());
    }
}
