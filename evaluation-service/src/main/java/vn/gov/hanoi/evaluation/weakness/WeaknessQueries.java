package vn.gov.hanoi.evaluation.weakness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
    private static final String WEAK = """
            select s.id, s.officer_id, s.unit_id, s.period_from, s.revision, s.rule_set_id, array_agg(f.codes[m.i] order by m.i)
            from (select rule_set_id, sheet_kind, template_id, codes::text[] as codes, maxima::numeric[] as maxima
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                    as x (rule_set_id, sheet_kind, template_id, codes, maxima)) f
            join sheets s on s.rule_set_id = f.rule_set_id and s.sheet_kind = f.sheet_kind
                and s.template_id is not distinct from f.template_id
            cross join lateral unnest(s.marks, f.maxima) with ordinality as m (mark, maximum, i)
            where %s and s.period_type = 'MONTH' and s.outcome = 'RATED' and m.mark < m.maximum * ?
            group by s.id order by s.id""";

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
            UUID ruleSetId, SheetKind kind, @Nullable UUID templateId, List<Item> items) {
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

    private List<Weakness> weak(String which, Collection<UUID> ids, BigDecimal belowShare) {
        var wanted = ids.toArray(UUID[]::new);
        var found = new ArrayList<Weakness>();
        try (var connection = database.getConnection()) {
            var forms = forms(connection, which, wanted);
            if (forms.isEmpty()) {
                return List.of();
            }
            try (var statement = connection.prepareStatement(WEAK.formatted(which))) {
                statement.setArray(
                        1,
                        array(
                                connection,
                                "uuid",
                                forms.stream().map(Form::ruleSetId).toArray()));
                statement.setArray(
                        2,
                        array(
                                connection,
                                "text",
                                forms.stream().map(form -> form.kind().name()).toArray()));
                statement.setArray(
                        3,
                        array(
                                connection,
                                "uuid",
                                forms.stream().map(Form::templateId).toArray()));
                statement.setArray(
                        4,
                        array(
                                connection,
                                "text",
                                forms.stream().map(Form::codes).toArray()));
                statement.setArray(
                        5,
                        array(
                                connection,
                                "text",
                                forms.stream().map(Form::maxima).toArray()));
                statement.setArray(6, array(connection, "uuid", wanted));
                statement.setBigDecimal(7, belowShare);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(new Weakness(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getObject(4, LocalDate.class),
                                row.getInt(5),
                                row.getObject(6, UUID.class),
                                Arrays.asList((String[]) row.getArray(7).getArray())));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("marks cannot be compared", e);
        }
        return found;
    }

    private List<Form> forms(Connection connection, String which, UUID[] ids) throws SQLException {
        var forms = new ArrayList<Form>();
        RowRepository.read(connection, new Query(FORMS.formatted(which), List.of((Object) ids), null), row -> {
            var ruleSetId = row.getObject(1, UUID.class);
            var kind = SheetKind.valueOf(row.getString(2));
            @Nullable UUID template = row.getObject(3, UUID.class);
            forms.add(new Form(
                    ruleSetId,
                    kind,
                    template,
                    templates.of(catalogue.version(ruleSetId), kind, template).items()));
        });
        return forms;
    }

    private static Array array(Connection connection, String type, @Nullable Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
