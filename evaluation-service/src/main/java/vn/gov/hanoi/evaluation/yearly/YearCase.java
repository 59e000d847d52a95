package vn.gov.hanoi.evaluation.yearly;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualCase;
import vn.gov.hanoi.evaluation.annual.AnnualEvaluation;
import vn.gov.hanoi.evaluation.annual.AnnualFinding;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.Rated;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.annual.Career;
import vn.gov.hanoi.evaluation.annual.Evidence;
import vn.gov.hanoi.evaluation.annual.Leave;
import vn.gov.hanoi.evaluation.annual.PeriodResult;
import vn.gov.hanoi.evaluation.annual.Post;
import vn.gov.hanoi.evaluation.annual.Sanction;
import vn.gov.hanoi.evaluation.annual.Stay;
import vn.gov.hanoi.evaluation.annual.YearRecords;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.yearly.Classification.Month;
import vn.gov.hanoi.evaluation.yearly.Classification.Suggestion;

/** Lays what is stored of a year before the rules. The same row gives the same finding for ever. */
final class YearCase {
    private YearCase() {}

    /** What the rules find with these facts; what is stored of the unit's level stands, whatever is stated. */
    static AnnualFinding find(AnnualRuleSet ruleSet, Classification row, Facts facts) {
        return new AnnualEvaluation(ruleSet).find(laid(row, facts));
    }

    private static AnnualCase laid(Classification row, Facts facts) {
        var person = row.person();
        var career = row.career();
        var posts = new ArrayList<Post>();
        for (var held : career.posts()) {
            posts.add(new Post(held.unitId(), posts.size() + 1, held.role()));
        }
        var stays = career.stays().stream()
                .map(each -> new Stay(each.unitId(), new Validity(each.from(), each.to())))
                .toList();
        var leaves = career.leaves().stream()
                .map(each -> new Leave(each.kind(), new Validity(each.from(), each.to())))
                .toList();
        return new AnnualCase(
                person.officerId(),
                row.year(),
                person.category(),
                person.unitType(),
                new Career(
                        posts,
                        stays,
                        leaves,
                        career.secondedTo(),
                        new HashSet<>(facts.opinions()),
                        new HashSet<>(career.endedUnits())),
                new YearRecords(
                        row.months().each().stream().map(YearCase::period).toList(),
                        sanctions(facts),
                        facts.evidence().stream().map(YearCase::evidence).toList(),
                        career.unitLevel() == null ? facts.unitLevel() : career.unitLevel()));
    }

    private static PeriodResult period(Month month) {
        return new PeriodResult(
                Period.month(YearMonth.from(month.from())),
                month.unitId(),
                month.grade(),
                month.points(),
                month.notRated());
    }

    private static @Nullable List<Sanction> sanctions(Facts facts) {
        var told = facts.sanctions();
        return told == null
                ? null
                : told.stream()
                        .map(each -> new Sanction(
                                each.form(), each.decidedOn(), each.inDuty(), each.partyOnly(), each.source()))
                        .toList();
    }

    private static Evidence evidence(Facts.Stated stated) {
        var holds = stated.holds();
        return new Evidence(
                stated.fact(),
                holds != null
                        ? new Evidence.Statement(holds)
                        : new Evidence.Quotient(
                                Objects.requireNonNull(stated.part()), Objects.requireNonNull(stated.whole())),
                stated.source(),
                "-");
    }

    /** The finding as it is kept. */
    static Suggestion kept(AnnualFinding finding) {
        var missing = List.copyOf(finding.missingOpinions());
        var flags = finding.flags().stream().sorted().toList();
        var digest = finding.explanation().digest();
        return switch (finding.level()) {
            case NotRated(var reason) -> new Suggestion(reason, null, null, null, missing, flags, digest);
            case Rated(var found, var suggestion, var limit) ->
                new Suggestion(null, found, suggestion, limit, missing, flags, digest);
        };
    }
}
