package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.kernel.table.Headings;

/**
 * The columns of a file with the scores of one agency: those that all files have, and the criteria of its people's sheets with their
 * maxima. The first rule set or unit that has a criterion says what it is.
 */
final class ScoreForm {
    private static final List<Column> PERSON = List.of(
            new Column("Mã cán bộ", ScoreColumns.OFFICER),
            new Column("Họ và tên", ScoreColumns.NAME),
            new Column("Tháng", ScoreColumns.PERIOD),
            new Column("Số ngày làm việc thực tế", ScoreColumns.PRESENCE));
    private static final List<Column> DECISION = List.of(
            new Column("Điểm thưởng", ScoreColumns.BONUS),
            new Column("Minh chứng điểm thưởng", ScoreColumns.BONUS_EVIDENCE),
            new Column("Người duyệt điểm thưởng", ScoreColumns.BONUS_APPROVER),
            new Column("Nội dung khác, JSON", ScoreColumns.FURTHER),
            new Column("Lý do không xếp loại", ScoreColumns.NOT_RATED),
            new Column("Mức xếp loại, nếu thấp hơn theo điểm", ScoreColumns.GRADE),
            new Column("Lý do điều chỉnh", ScoreColumns.REASON),
            new Column("Mức xếp loại của đơn vị, cho người đứng đầu", ScoreColumns.UNIT_GRADE),
            new Column("Số quyết định", ScoreColumns.DECISION),
            new Column("Ngày ký, năm-tháng-ngày", ScoreColumns.SIGNED_ON),
            new Column("Cơ quan ban hành", ScoreColumns.ISSUER),
            new Column("Tập thể quyết định", ScoreColumns.COLLECTIVE),
            new Column("Biên bản", ScoreColumns.MINUTES),
            new Column("Ghi chú", ScoreColumns.COMMENT));

    private final Map<Sheet, SheetTemplate> templates;
    private final List<Column> columns;

    private ScoreForm(Map<Sheet, SheetTemplate> templates, List<Column> columns) {
        this.templates = templates;
        this.columns = columns;
    }

    /**
     * By what somebody is rated.
     *
     * @param templateId criteria of the unit; null for those of the rule set
     */
    record Sheet(UUID ruleSetId, SheetKind kind, @Nullable UUID templateId) {}

    private record Column(String words, String name) {}

    /**
     * The columns for these sheets.
     *
     * @param ruleSets finds a rule set by its id
     * @param own finds the criteria of a unit
     */
    static ScoreForm of(Collection<Sheet> sheets, Function<UUID, RuleSet> ruleSets, UnitTemplates own) {
        var templates = new HashMap<Sheet, SheetTemplate>();
        var titles = new LinkedHashMap<String, Title>();
        var maxima = new HashMap<String, Map<SheetKind, BigDecimal>>();
        for (var sheet : new LinkedHashSet<>(sheets)) {
            var ruleSet = ruleSets.apply(sheet.ruleSetId());
            templates.put(sheet, own.of(ruleSet, sheet.kind(), sheet.templateId()));
            for (var each : own.headings(ruleSet, sheet.kind(), sheet.templateId())) {
                titles.putIfAbsent(each.code(), each.title());
                maxima.computeIfAbsent(each.code(), _ -> new TreeMap<>()).putIfAbsent(sheet.kind(), each.maximum());
            }
        }
        var criteria = new ArrayList<Column>();
        titles.forEach((code, title) -> criteria.add(column(code, title, maxima.getOrDefault(code, Map.of()))));
        return new ScoreForm(
                templates,
                Stream.of(PERSON, criteria, DECISION)
                        .flatMap(Collection::stream)
                        .toList());
    }

    private static Column column(String code, Title title, Map<SheetKind, BigDecimal> maxima) {
        var most = maxima.entrySet().stream()
                .map(each -> word(each.getKey()) + " "
                        + each.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
        return new Column(title.vi() + " (tối đa: " + most + ")", code);
    }

    private static String word(SheetKind kind) {
        return switch (kind) {
            case STAFF -> "chuyên môn";
            case LEADER -> "lãnh đạo";
            case CONTRACT -> "hợp đồng";
        };
    }

    /** As the import knows the columns, in their order. */
    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The same for people, with the name behind the words. */
    List<String> headings() {
        return columns.stream()
                .map(each -> Headings.of(each.words(), each.name()))
                .toList();
    }

    /** Criteria of a sheet in the order in which its marks are kept. */
    List<String> criteria(Sheet sheet) {
        var codes = new ArrayList<String>();
        template(sheet).items().forEach(item -> codes.add(item.code()));
        return codes;
    }

    /** Most points of a criterion; empty if the sheet does not have it. */
    Optional<BigDecimal> most(Sheet sheet, String criterion) {
        return template(sheet).item(criterion).map(SheetTemplate.Item::maximum);
    }

    private SheetTemplate template(Sheet sheet) {
        return java.util.Objects.requireNonNull(templates.get(sheet));
    }
}
