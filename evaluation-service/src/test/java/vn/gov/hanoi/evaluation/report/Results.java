package vn.gov.hanoi.evaluation.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.reorganisation.Reform;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Database;

/**
 * A department with results of June 2025 and of that year, laid into the tables. On 01/07/2025 one division is shared out between two
 * others, of which one gets another name.
 */
final class Results {
    static final String MONTH = "2025-06";
    static final String NEW_NAME = "Phòng Tên Mới";
    private static final Map<String, BigDecimal> LEAST = Map.of(
            "A", BigDecimal.valueOf(90),
            "B", BigDecimal.valueOf(70),
            "C", BigDecimal.valueOf(50),
            "D", BigDecimal.valueOf(20));
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> GRADES = List.of("A", "B", "B", "C", "A", "D", "B", "C");

    private final int number = NUMBER.incrementAndGet();
    final Units.Unit department = Units.department();
    final Units.Unit gone = Units.unit("DIVISION", department);
    final Units.Unit left = Units.unit("DIVISION", department);
    final Units.Unit right = Units.unit("DIVISION", department);
    final Units.Unit elsewhere = Units.department();
    final List<Person> people = new ArrayList<>();

    /** Somebody's result. @param result a grade, a reason of no rating, INSUFFICIENT_DATA, or OPEN */
    record Person(
            String code,
            Units.Unit unit,
            boolean head,
            String result,
            @Nullable BigDecimal points) {
        boolean is(String asked) {
            return result.equals(asked);
        }
    }

    /** When the people were recorded and no result was there. */
    final Instant before;

    Results() {
        fill(gone, 8, "OPEN", "MATERNITY_ALL_PERIOD");
        fill(left, 5, "ABSENT_ALL_PERIOD", "INSUFFICIENT_DATA");
        fill(right, 3);
        fill(department, 1, "OPEN");
        fill(elsewhere, 2);
        record();
        before = Instant.now().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
        layMonth();
        layYear();
        Reform.splitAndRename(department, gone, Map.of(left.id(), "0.25", right.id(), "0.75"), left, NEW_NAME);
    }

    /** The first of a unit is its head. */
    private void fill(Units.Unit unit, int rated, String... others) {
        for (int i = 0; i < rated; i++) {
            var grade = GRADES.get(i);
            var least = Objects.requireNonNull(LEAST.get(grade));
            add(unit, grade, least.add(new BigDecimal("1.1234").multiply(BigDecimal.valueOf(i))));
        }
        for (var other : others) {
            add(unit, other, null);
        }
    }

    private void add(Units.Unit unit, String result, @Nullable BigDecimal points) {
        boolean head = people.stream().noneMatch(each -> each.unit().equals(unit));
        people.add(new Person("RSL%03d%02d".formatted(number, people.size()), unit, head, result, points));
    }

    private void record() {
        var rows = new StringBuilder(
                "officerCode,fullName,category,birthDate,unitCode,position,title,leader,validFrom,decisionNumber\n");
        people.forEach(each ->
                rows.append("%s,Trần Thị Mẫu,COMMUNE_PART_TIME,1980-02-28,%s,%s,Chuyên viên,%b,2019-06-01,12/QĐ-SNV\n"
                        .formatted(each.code(), each.unit().code(), each.head() ? "HEAD" : "STAFF", each.head())));
        Files.importing(Units.editor(Units.city()), "OFFICERS", "ATOMIC", rows.toString())
                .hasState("SUCCEEDED");
    }

    private String json() {
        return people.stream()
                .map(each ->
                        "{\"code\":\"%s\",\"unit\":\"%s\",\"agency\":\"%s\",\"position\":\"%s\",\"result\":\"%s\",\"points\":%s}"
                                .formatted(
                                        each.code(),
                                        each.unit().id(),
                                        each.unit().equals(elsewhere) ? elsewhere.id() : department.id(),
                                        each.head() ? "HEAD" : "STAFF",
                                        each.result(),
                                        each.points()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void layMonth() {
        Database.execute("""
                with p as (
                    select o.id as officer_id, x.* from jsonb_to_recordset(?::jsonb)
                        as x (code text, unit uuid, agency uuid, position text, result text, points numeric)
                    join officers o on o.officer_code = x.code),
                opened as (
                    insert into closings (id, period_type, period_from, unit_id, state, opened_by, opened_at, published_by, published_at, row_version)
                    select uuidv7(), 'MONTH', date '2025-06-01', agency, 'PUBLISHED', 'test', now(), 'test', now(), 1
                    from (select distinct agency from p) a returning id, unit_id)
                insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category,
                    position, title, leader, unit_type, sheet_kind, rule_set_id, state, working_days, presence_days, outcome, not_rated,
                    points, grade_by_points, grade, digest, decided_by, decided_at, published_at)
                select uuidv7(), c.id, 'MONTH', date '2025-06-01', p.officer_id, uuidv7(), p.unit, p.agency, 'COMMUNE_PART_TIME', p.position,
                    'x', false, 'DEPARTMENT', 'STAFF', (select id from rule_sets where code = 'HN-M-2022' order by version limit 1),
                    case when p.result = 'OPEN' then 'OPENED' when p.points > 95 then 'LOCKED' else 'PUBLISHED' end, 21,
                    case when p.result <> 'OPEN' then 20 end,
                    case when p.points is not null then 'RATED' when p.result = 'INSUFFICIENT_DATA' then p.result
                        when p.result <> 'OPEN' then 'NOT_RATED' end,
                    case when p.result like '%_PERIOD' then p.result end, p.points, g.grade, g.grade,
                    case when p.result <> 'OPEN' then decode(repeat('00', 32), 'hex') end, case when p.result <> 'OPEN' then 'test' end,
                    case when p.result <> 'OPEN' then now() end, case when p.result <> 'OPEN' then now() end
                from p join opened c on c.unit_id = p.agency, lateral (select case when p.points is not null then p.result end as grade) g""", json());
    }

    /** Somebody was there until May if the unit ended in July. */
    private void layYear() {
        Database.execute("""
                with p as (
                    select o.id as officer_id, x.* from jsonb_to_recordset(?::jsonb)
                        as x (code text, unit uuid, agency uuid, position text, result text, points numeric)
                    join officers o on o.officer_code = x.code),
                opened as (
                    insert into annual_closings (id, year, unit_id, state, opened_by, opened_at, row_version)
                    select uuidv7(), 2025, agency, 'OPEN', 'test', now(), 1 from (select distinct agency from p) a returning id, unit_id)
                insert into annual_classifications (id, closing_id, year, officer_id, assignment_id, unit_id, rating_unit_id, deciding_unit_id,
                    category, position, title, leader, unit_type, last_day, rule_set_id, state, count_a, points_sum, points_mean, sheet_ids,
                    not_rated, level_limit, level, digest, decided_by, decided_at, decision_number, decision_signed_on, decision_issuer,
                    published_at)
                select uuidv7(), c.id, 2025, p.officer_id, uuidv7(), p.unit, p.agency, p.agency, 'COMMUNE_PART_TIME', p.position, 'x', false,
                    'DEPARTMENT', date '2025-05-31', (select id from rule_sets where code = 'VN-Y-2023' order by version limit 1),
                    case when f.told then 'PUBLISHED' else 'SUGGESTED' end, case when p.points is null then 0 else 1 end, p.points, p.points,
                    case when p.points is null then '{}'::uuid[] else array[uuidv7()] end,
                    case when f.told and p.points is null then 'NO_RATED_PERIOD' end, case when p.points is not null then 'A' end,
                    case when p.points is not null then p.result end, case when f.told then decode(repeat('00', 32), 'hex') end,
                    case when f.told then 'test' end, case when f.told then now() end, case when f.told then '1/QĐ' end,
                    case when f.told then date '2025-12-20' end, case when f.told then 'Sở' end, case when f.told then now() end
                from p join opened c on c.unit_id = p.agency, lateral (select p.result <> 'OPEN' as told) f""", json());
    }
}
