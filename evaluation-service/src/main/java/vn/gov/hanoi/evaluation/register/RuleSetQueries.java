package vn.gov.hanoi.evaluation.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.register.RuleSetApi.RuleSetSummary;
import vn.gov.hanoi.evaluation.register.RuleSetApi.RuleSetView;
import vn.gov.hanoi.evaluation.ruleset.RuleSetKind;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads of rule sets. */
@ApplicationScoped
class RuleSetQueries {
    /** Everybody in the City sees all of them; the scope only has to be one. */
    private static final String IN_SCOPE = "?::uuid is not null";

    private static final String NAMES = "jsonb_exists(a -> '%s', ?)";
    private static final String IN_FORCE = "(a ->> 'effectiveFrom')::date <= ?"
            + " and (a ->> 'effectiveTo' is null or (a ->> 'effectiveTo')::date > ?)";

    private final DataSource database;
    private final RuleSetRepository ruleSets;
    private final RuleSetAccess access;
    private final Scopes scopes;
    private final PageQueries pages;
    private final ProblemTexts texts;

    RuleSetQueries(
            DataSource database,
            RuleSetRepository ruleSets,
            RuleSetAccess access,
            Scopes scopes,
            PageQueries pages,
            ProblemTexts texts) {
        this.database = database;
        this.ruleSets = ruleSets;
        this.access = access;
        this.scopes = scopes;
        this.pages = pages;
        this.texts = texts;
    }

    /** A document with the tag of its record. */
    record Document(String text, String etag) {}

    /** Refusals: resource.not-found, scope.unit-unknown. */
    @Transactional
    RuleSetView get(UUID id, Caller caller) {
        access.requireReading(caller);
        return view(require(id), caller);
    }

    /** Refusals: resource.not-found, scope.unit-unknown. */
    @Transactional
    Document document(UUID id, Caller caller) {
        access.requireReading(caller);
        var entry = require(id);
        return new Document(ruleSets.document(id), Etags.of(entry.rowVersion()));
    }

    RuleSetView view(RuleSetRecord entry, Caller caller) {
        var text = ruleSets.document(entry.id());
        return RuleSetViews.full(
                entry,
                RuleSetReader.header(text),
                RuleSetReader.openPoints(text),
                texts,
                caller,
                access.isCityWide(caller));
    }

    /**
     * The version that somebody wants to act on, held until the end of the transaction.
     *
     * <p>Refusals: those of {@link RuleSetRecord#refusals}, precondition.required, precondition.failed, resource.not-found.
     */
    RuleSetRecord hold(UUID id, @Nullable String ifMatch, RuleSetRecord.Act act, Caller caller) {
        var entry = ruleSets.hold(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, entry.rowVersion());
        Refused.ifAny(entry.refusals(act, caller, access.isCityWide(caller)));
        return entry;
    }

    private RuleSetRecord require(UUID id) {
        return ruleSets.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** By code, the latest version first. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<RuleSetSummary> list(RuleSetFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "code, then version, descending, only");
        }
        var scope = scopes.of(caller);
        var place = pages.place(List.of("rule-sets", filter, scope), params, caller);
        var conditions = new Conditions(IN_SCOPE, scope)
                .anyOf("r.code", "code", filter.code())
                .anyOf("r.kind", "kind", filter.kind())
                .anyOf("r.status", "status", filter.status());
        filter.kind().forEach(each -> Params.oneOf(RuleSetKind.class, "kind", each));
        filter.status().forEach(each -> Params.oneOf(RuleSetStatus.class, "status", each));
        applying(conditions, filter);
        var counted =
                params.page().count() ? pages.count("select 1 from rule_sets r", conditions, place.moment()) : null;
        place.after().ifPresent(after -> {
            var code = after.key().substring(0, after.key().indexOf('/'));
            int version = Integer.parseInt(after.key().substring(code.length() + 1));
            conditions.add("(r.code > ? or r.code = ? and r.version < ?)", code, code, version);
        });
        var sql = "select %s from rule_sets r where %s order by code, version desc limit %d"
                .formatted(
                        RuleSetRepository.COLUMNS,
                        conditions.sql(),
                        params.page().limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                params.page(),
                place,
                entry -> pages.keys(entry.head().code() + "/" + entry.head().version(), entry.id()));
        return PageQueries.counted(PageQueries.map(page, RuleSetViews::summary), counted);
    }

    /** One and the same application must name the category and the type of unit and be in force on the day. */
    private static void applying(Conditions conditions, RuleSetFilter filter) {
        var terms = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var category = Params.oneOf(Category.class, "category", filter.category());
        if (category != null) {
            terms.add(NAMES.formatted("categories"));
            values.add(category.name());
        }
        var unitType = Params.oneOf(UnitType.class, "unitType", filter.unitType());
        if (unitType != null) {
            terms.add(NAMES.formatted("unitTypes"));
            values.add(unitType.name());
        }
        LocalDate day = Params.date("inForceOn", filter.inForceOn());
        if (day != null) {
            terms.add(IN_FORCE);
            values.addAll(List.of(day, day));
        }
        if (!terms.isEmpty()) {
            conditions.add(
                    "exists (select from jsonb_array_elements(r.applies_to) a where %s)"
                            .formatted(String.join(" and ", terms)),
                    values.toArray());
        }
    }

    private List<RuleSetRecord> rows(Query query) {
        var found = new ArrayList<RuleSetRecord>();
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(RuleSetRepository.read(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rule sets cannot be read", e);
        }
        return found;
    }
}
