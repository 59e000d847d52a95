package vn.gov.hanoi.evaluation.weakness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate.Item;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;

/** Compares the marks of rated sheets with the maxima of their criteria, of many sheets by one statement. */
@ApplicationScoped
class WeaknessQueries {
    private static final String FORMS = """
            select distinct s.rule_set_id, s.sheet_kind, s.template_id from sheets s
            where %s and s.period_type = 'MONTH' and s.outcome = 'RATED'""";

    /** Forms are few and short, so that their maxima go along as text. */
    private static final String MARKED = """
            (select rule_set_id, rule_set_code, sheet_kind, template_id, codes::text[] as codes, maxima::numeric[] as maxima
                from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                    as x (rule_set_id, rule_set_code, sheet_kind, template_id, codes, maxima)) f
            join sheets s on s.rule_set_id = f.rule_set_id and s.sheet_kind = f.sheet_kind
                and s.template_id is not distinct from f.template_id""";

    private static final String WEAK = """
            select s.id, s.officer_id, s.unit_id, s.period_from, s.revision, s.rule_set_id, array_agg(f.codes[m.i] order by m.i)
            from %s
            cross join lateral unnest(s.marks, f.maxima) with ordinality as m (mark, maximum, i)
            where %s and s.period_type = 'MONTH' and s.outcome = 'RATED' and m.mark < m.maximum * ?
            group by s.id order by s.id""";

    /** Starts from what was weak, which is little. */
    private static final String MEASURED = """
            select distinct s.id, s.officer_id, s.unit_id, s.period_from, s.revision, s.rule_set_id, s.sheet_kind, p.i, f.codes[p.i],
                s.marks[p.i], f.maxima[p.i]
            from %s
            join weak_criteria w on w.officer_id = s.officer_id and w.rule_set_code = f.rule_set_code and w.sheet_kind = s.sheet_kind
                and w.month <= s.period_from and w.month > s.period_from - make_interval(months => ?)
            cross join lateral (select array_position(f.codes, w.criterion) as i) p
            where %s and s.period_type = 'MONTH' and s.outcome = 'RATED' and s.marks[p.i] is not null
            order by s.id, p.i""";

    private static final String OF_CLOSINGS = "s.closing_id = any (?) and s.superseded_at is null";
    private static final String OF_SHEETS = "s.id = any (?)";

    private final DataSource database;
    private final RuleSetCatalogue catalogue;
    private final UnitTemplates templates;

    WeaknessQueries(DataSource database, RuleSetCatalogue catalogue, UnitTemplates templates) {
        this.database = database;
        this.catalogue = catalogue;
        this.templates = templates;
    }

    /** A form of sheets with the criteria that have marks. */
    private record Form(
            UUID ruleSetId,
            String ruleSetCode,
            SheetKind kind,
            @Nullable UUID templateId,
            List<Item> items) {
        private String codes() {
            return items.stream().map(item -> '"' + item.code() + '"').collect(Collectors.joining(",", "{", "}"));
        }

        private String maxima() {
            return items.stream()
                    .map(item -> item.maximum().toPlainString())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Those with weak criteria among the living results of closings. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Weakness> ofClosings(Collection<UUID> closings, BigDecimal belowShare) {
        return weak(OF_CLOSINGS, closings, belowShare);
    }

    /** Those with weak criteria among these results, whatever stands in their place. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Weakness> ofSheets(Collection<UUID> sheets, BigDecimal belowShare) {
        return weak(OF_SHEETS, sheets, belowShare);
    }

    /** The criteria among the living results of closings that were weak in the last months, with their points. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Measure> measuredOfClosings(Collection<UUID> closings, int months) {
        return measured(OF_CLOSINGS, closings, months);
    }

    /** The same of these results, whatever stands in their place. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Measure> measuredOfSheets(Collection<UUID> sheets, int months) {
        return measured(OF_SHEETS, sheets, months);
    }

    private List<Weakness> weak(String which, Collection<UUID> ids, BigDecimal belowShare) {
        var wanted = ids.toArray(UUID[]::new);
        var found = new ArrayList<Weakness>();
        try (var connection = database.getConnection()) {
            var values = formsOf(connection, which, wanted);
            if (values.isEmpty()) {
                return List.of();
            }
            values.addAll(List.of(wanted, belowShare));
            RowRepository.read(
                    connection,
                    new Query(WEAK.formatted(MARKED, which), values, null),
                    row -> found.add(new Weakness(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getObject(4, LocalDate.class),
                            row.getInt(5),
                            row.getObject(6, UUID.class),
                            Arrays.asList((String[]) row.getArray(7).getArray()))));
        } catch (SQLException e) {
            throw new IllegalStateException("marks cannot be compared", e);
        }
        return found;
    }

    private List<Measure> measured(String which, Collection<UUID> ids, int months) {
        var wanted = ids.toArray(UUID[]::new);
        var found = new LinkedHashMap<UUID, Measure>();
        try (var connection = database.getConnection()) {
            var values = formsOf(connection, which, wanted);
            if (values.isEmpty()) {
                return List.of();
            }
            values.addAll(List.of(months, wanted));
            RowRepository.read(
                    connection,
                    new Query(MEASURED.formatted(MARKED, which), values, null),
                    row -> found.computeIfAbsent(row.getObject(1, UUID.class), _ -> measure(row))
                            .criteria()
                            .add(new Measure.Criterion(
                                    row.getString(9), row.getBigDecimal(10), row.getBigDecimal(11))));
        } catch (SQLException e) {
            throw new IllegalStateException("criteria cannot be measured", e);
        }
        return List.copyOf(found.values());
    }

    private static Measure measure(ResultSet row) {
        try {
            return new Measure(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, LocalDate.class),
                    row.getInt(5),
                    row.getObject(6, UUID.class),
                    SheetKind.valueOf(row.getString(7)),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException("measure cannot be read", e);
        }
    }

    /** The forms as values of a statement; empty if nobody is rated. */
    private List<Object> formsOf(Connection connection, String which, UUID[] wanted) throws SQLException {
        var forms = forms(connection, which, wanted);
        if (forms.isEmpty()) {
            return new ArrayList<>();
        }
        return new ArrayList<>(List.of(
                forms.stream().map(Form::ruleSetId).toArray(UUID[]::new),
                texts(forms, Form::ruleSetCode),
                texts(forms, form -> form.kind().name()),
                forms.stream().map(Form::templateId).toArray(UUID[]::new),
                texts(forms, Form::codes),
                texts(forms, Form::maxima)));
    }

    private static String[] texts(List<Form> forms, Function<Form, String> text) {
        return forms.stream().map(text).toArray(String[]::new);
    }

    private List<Form> forms(Connection connection, String which, UUID[] ids) throws SQLException {
        var forms = new ArrayList<Form>();
        RowRepository.read(connection, new Query(FORMS.formatted(which), List.of((Object) ids), null), row -> {
            var ruleSetId = row.getObject(1, UUID.class);
            var kind = SheetKind.valueOf(row.getString(2));
            @Nullable UUID template = row.getObject(3, UUID.class);
            var ruleSet = catalogue.version(ruleSetId);
            forms.add(new Form(
                    ruleSetId,
                    ruleSet.id(),
                    kind,
                    template,
                    templates.of(ruleSet, kind, template).items()));
        });
        return forms;
    }
}
