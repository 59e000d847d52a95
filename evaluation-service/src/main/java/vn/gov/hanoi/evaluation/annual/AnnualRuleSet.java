package vn.gov.hanoi.evaluation.annual;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.quota.QuotaGroup;
import vn.gov.hanoi.evaluation.quota.QuotaRule;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.LegalBasis;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetHeader;
import vn.gov.hanoi.evaluation.ruleset.RuleSetKind;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.evaluation.ruleset.Source;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** One version of the rules of an annual classification, read and checked. */
public final class AnnualRuleSet {
    private final RuleSetHeader header;
    private final AnnualRules rules;
    private final String digest;
    /** Asked for every step of every person. */
    private final Map<Source, String> citations = new ConcurrentHashMap<>();

    AnnualRuleSet(RuleSetHeader header, AnnualRules rules, String digest) {
        this.header = header;
        this.rules = rules;
        this.digest = digest;
    }

    /**
     * The rules of a year as the register has them.
     *
     * @param ruleSet of kind ANNUAL
     * @param document the document that it was read from
     */
    public static AnnualRuleSet of(RuleSet ruleSet, String document) {
        if (ruleSet.header().kind() != RuleSetKind.ANNUAL) {
            throw new IllegalArgumentException(ruleSet.id() + " rates no years");
        }
        return new AnnualRuleSet(ruleSet.header(), RuleSetReader.rules(document, AnnualRules.class), ruleSet.digest());
    }

    /** The same rules under the head that the register has now; the digest stays. */
    public AnnualRuleSet standing(RuleSetHeader now) {
        return new AnnualRuleSet(now, rules, digest);
    }

    public RuleSetHeader header() {
        return header;
    }

    /** SHA-256 of the rules without status and legal check, hexadecimal. */
    public String digest() {
        return digest;
    }

    AnnualRules rules() {
        return rules;
    }

    /** Whether a year is rated by these rules; the effective day of a year is its last. */
    public boolean isFor(Category category, UnitType unitType, int year) {
        var day = LocalDate.of(year, 12, 31);
        return header.appliesTo().stream()
                .filter(each ->
                        each.categories().contains(category) && each.unitTypes().contains(unitType))
                .anyMatch(each -> isInForce(each.effectiveFrom(), each.effectiveTo(), day));
    }

    /** The cap on level A; empty if the regime has none. Refusals of a check carry its code, for example {@code VN-VC-2026-Y/cap}. */
    public Optional<QuotaRule> quotaRule() {
        return Optional.ofNullable(rules.cap())
                .map(cap -> new QuotaRule(
                        header.id() + "/cap", cap.reading(), cap.share(), cap.raisedShare(), cap.smallUnits()));
    }

    /** The kinds of group inside which the cap holds. */
    public Set<QuotaGroup.Kind> quotaGroups() {
        return rules.cap() == null ? Set.of() : rules.cap().groups();
    }

    /** Official name of a level. */
    public Title titleOf(Grade grade) {
        return Objects.requireNonNull(rules.gradeTitles().get(grade));
    }

    /** What a condition asks, for people. */
    public Optional<Title> titleOfCondition(String code) {
        return rules.conditions().stream()
                .filter(condition -> condition.code().equals(code))
                .map(Condition::title)
                .findFirst();
    }

    /** Last day to rate a year; schools and others whose work year ends earlier decide their own. */
    public LocalDate lastDayToRate(int year) {
        return rules.timetable().lastDay(year);
    }

    /** Last day to rate a year for agencies with a dispensation; null if the regime knows none. */
    public @Nullable LocalDate specialLastDayToRate(int year) {
        return rules.timetable().specialLastDay(year);
    }

    /** Working days for the written notice after the decision. */
    public int noticeWorkingDays() {
        return rules.timetable().noticeWorkingDays();
    }

    /** A source as people cite it: article and number of the document. */
    String cite(Source source) {
        return citations.computeIfAbsent(source, this::cited);
    }

    private String cited(Source source) {
        var number = header.legalBasis().stream()
                .filter(basis -> basis.key().equals(source.basis()))
                .map(LegalBasis::number)
                .findFirst()
                .orElseThrow();
        return source.article() == null ? number : source.article() + " " + number;
    }

    private static boolean isInForce(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
