package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.imports.ImportTemplate;
import vn.gov.hanoi.evaluation.imports.ImportTemplate.Column;
import vn.gov.hanoi.evaluation.monthly.ScoreTemplateQueries.Person;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** The file that an agency fills for a month: its people who are not decided yet, and the criteria by which they are rated. */
@ApplicationScoped
class ScoreTemplate {
    private static final List<Column> PERSON = List.of(
            Column.of("Mã cán bộ", ScoreColumns.OFFICER, true),
            Column.of("Họ và tên", ScoreColumns.NAME, true),
            Column.of("Tháng", ScoreColumns.PERIOD, true),
            Column.of("Số ngày làm việc thực tế", ScoreColumns.PRESENCE, false));
    private static final List<Column> DECISION = List.of(
            Column.of("Điểm thưởng", ScoreColumns.BONUS, false),
            Column.of("Minh chứng điểm thưởng", ScoreColumns.BONUS_EVIDENCE, false),
            Column.of("Người duyệt điểm thưởng", ScoreColumns.BONUS_APPROVER, false),
            Column.of("Nội dung khác, JSON", ScoreColumns.FURTHER, false),
            Column.of("Lý do không xếp loại", ScoreColumns.NOT_RATED, false),
            Column.of("Mức xếp loại, nếu thấp hơn theo điểm", ScoreColumns.GRADE, false),
            Column.of("Lý do điều chỉnh", ScoreColumns.REASON, false),
            Column.of("Mức xếp loại của đơn vị, cho người đứng đầu", ScoreColumns.UNIT_GRADE, false),
            Column.of("Số quyết định", ScoreColumns.DECISION, false),
            Column.of("Ngày ký, năm-tháng-ngày", ScoreColumns.SIGNED_ON, false),
            Column.of("Cơ quan ban hành", ScoreColumns.ISSUER, false),
            Column.of("Tập thể quyết định", ScoreColumns.COLLECTIVE, false),
            Column.of("Biên bản", ScoreColumns.MINUTES, false),
            Column.of("Ghi chú", ScoreColumns.COMMENT, false));

    private final ScoreColumns columns;
    private final ScoreTemplateQueries people;
    private final ClosingRepository closings;
    private final SheetVisibilityQueries visibility;
    private final RuleSetCatalogue catalogue;
    private final UnitTemplates own;

    ScoreTemplate(
            ScoreColumns columns,
            ScoreTemplateQueries people,
            ClosingRepository closings,
            SheetVisibilityQueries visibility,
            RuleSetCatalogue catalogue,
            UnitTemplates own) {
        this.columns = columns;
        this.people = people;
        this.closings = closings;
        this.visibility = visibility;
        this.catalogue = catalogue;
        this.own = own;
    }

    /** All columns that files may have beside the needed ones. */
    List<String> optional() {
        return columns.optional();
    }

    /** Refusals: auth.role-missing, scope.unit-unknown, scope.outside, resource.not-found if the agency has not opened the month. */
    @Transactional
    ImportTemplate of(YearMonth month, UUID unitId, Caller caller) {
        if (!caller.roles().contains(EvaluationRoles.KEEPER)) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
        visibility.requireUnit(unitId, caller);
        var period = Period.month(month);
        var closing = closings.find(period, unitId).orElseThrow(SheetVisibilityQueries::notFound);
        var undecided = people.undecided(closing.id());
        var all = Stream.of(PERSON, criteria(undecided), DECISION)
                .flatMap(List::stream)
                .toList();
        return new ImportTemplate(
                all,
                undecided.stream()
                        .map(person -> row(List.of(person.officerCode(), person.fullName(), period.text()), all.size()))
                        .toList());
    }

    private static List<String> row(List<String> given, int width) {
        var cells = new ArrayList<>(given);
        cells.addAll(Collections.nCopies(width - given.size(), ""));
        return cells;
    }

    /** The criteria of these people's sheets; the first rule set or unit that has one says what it is. */
    private List<Column> criteria(List<Person> undecided) {
        var titles = new LinkedHashMap<String, Title>();
        var maxima = new HashMap<String, Map<SheetKind, BigDecimal>>();
        undecided.stream()
                .map(each -> new Form(each.ruleSetId(), each.sheetKind(), each.templateId()))
                .distinct()
                .forEach(form -> {
                    var ruleSet = catalogue.version(form.ruleSetId());
                    for (var each : own.headings(ruleSet, form.kind(), form.templateId())) {
                        titles.putIfAbsent(each.code(), each.title());
                        maxima.computeIfAbsent(each.code(), _ -> new TreeMap<>())
                                .putIfAbsent(form.kind(), each.maximum());
                    }
                });
        var found = new ArrayList<Column>();
        titles.forEach((code, title) -> found.add(column(code, title, maxima.getOrDefault(code, Map.of()))));
        return found;
    }

    private record Form(
            UUID ruleSetId, SheetKind kind, @Nullable UUID templateId) {}

    private static Column column(String code, Title title, Map<SheetKind, BigDecimal> maxima) {
        var most = maxima.entrySet().stream()
                .map(each -> word(each.getKey()) + " "
                        + each.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
        return Column.of(title.vi() + " (tối đa: " + most + ")", code, false);
    }

    private static String word(SheetKind kind) {
        return switch (kind) {
            case STAFF -> "chuyên môn";
            case LEADER -> "lãnh đạo";
            case CONTRACT -> "hợp đồng";
        };
    }
}
