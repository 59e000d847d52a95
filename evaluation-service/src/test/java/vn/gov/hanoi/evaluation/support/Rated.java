package vn.gov.hanoi.evaluation.support;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Database;

/**
 * Agencies with published months, laid into the tables: people and a director who decided on all of them, by a shipped rule set (A from 90
 * points, B from 70, at most 30 % A).
 */
public final class Rated {
    public static final String FROM = "2024-01";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Rated() {}

    /** @param director code of the officer who decided */
    public record Agency(Units.Unit unit, String director) {}

    /**
     * Months from {@link #FROM} on. People have the least points and 0, 1 to 4 steps more in turn.
     *
     * @param best how many people have grade A if their points reach it; the others B at most
     * @param imported whether files told the decisions
     */
    public record Months(int number, String least, String step, int best, boolean imported) {}

    public static Agency agency(Units.Unit parent, int people, Months months) {
        var unit = Units.unit("PUBLIC_UNIT", parent);
        var prefix = "FAIR%03d".formatted(NUMBER.incrementAndGet());
        var rows = new StringBuilder(
                "officerCode,fullName,category,birthDate,unitCode,position,title,leader,validFrom,decisionNumber\n");
        for (int i = 0; i <= people; i++) {
            rows.append("%s%02d,Trần Thị Mẫu,COMMUNE_PART_TIME,1980-02-28,%s,%s,Chuyên viên,%b,2019-06-01,12/QĐ-SNV\n"
                    .formatted(prefix, i, unit.code(), i == 0 ? "HEAD" : "STAFF", i == 0));
        }
        Files.importing(Units.editor(parent), "OFFICERS", "ATOMIC", rows.toString())
                .hasState("SUCCEEDED");
        var details = months.imported() ? "{\"importId\":\"%s\"}".formatted(UUID.randomUUID()) : "{}";
        Database.execute(
                """
                with said as (select ?::uuid as unit_id, ? as prefix, ?::numeric as least, ?::numeric as step, ?::int as best, ?::jsonb as details),
                opened as (
                    insert into closings (id, period_type, period_from, unit_id, state, opened_by, opened_at, published_by, published_at, row_version)
                    select uuidv7(), 'MONTH', (date '2024-01-01' + make_interval(months => m))::date, unit_id, 'PUBLISHED', 'test', now(), 'test', now(), 1
                    from said, generate_series(0, ? - 1) m returning id, period_from),
                people as (
                    select o.id, o.officer_code = said.prefix || '00' as director, row_number() over (order by o.officer_code) - 1 as n
                    from officers o, said where o.officer_code like said.prefix || '__'),
                decided as (
                    insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category,
                        position, title, leader, unit_type, sheet_kind, rule_set_id, state, working_days, presence_days, outcome,
                        points, grade_by_points, grade, digest, decided_by, decided_at, published_at)
                    select uuidv7(), c.id, 'MONTH', c.period_from, p.id, uuidv7(), said.unit_id, said.unit_id, 'COMMUNE_PART_TIME', 'STAFF', 'x',
                        false, 'PUBLIC_UNIT', 'STAFF', (select id from rule_sets where code = 'HN-M-2022' order by version limit 1), 'PUBLISHED',
                        22, 22, 'RATED', s.points, g.grade, case when g.grade = 'A' and p.n > said.best then 'B' else g.grade end,
                        decode(repeat('00', 32), 'hex'), 'decider', now(), now()
                    from said, opened c, people p,
                        lateral (select said.least + said.step * (p.n % 5) + said.step * (extract(month from c.period_from)::int % 2) as points) s,
                        lateral (select case when s.points >= 90 then 'A' when s.points >= 70 then 'B' else 'C' end as grade) g
                    where not p.director
                    returning id)
                insert into sheet_entries (sheet_id, seq, kind, state_before, state_after, by_subject, officer_id, details, at)
                select d.id, 1, 'DECISION', 'MANAGER_SCORED', 'DECIDED', 'decider', (select id from people where director), said.details, now()
                from decided d, said""", unit.id(), prefix, months.least(), months.step(), months.best(), details, months.number());
        return new Agency(unit, prefix + "00");
    }
}
