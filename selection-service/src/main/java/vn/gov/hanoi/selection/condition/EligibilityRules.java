package vn.gov.hanoi.selection.condition;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.condition.Facts.Ban;
import vn.gov.hanoi.selection.condition.Facts.Document;
import vn.gov.hanoi.selection.condition.Facts.Result;
import vn.gov.hanoi.selection.condition.Finding.Reason;

/** Compares conditions with facts. Nothing is kept between two questions. */
public final class EligibilityRules {
    private final RetirementAges retirement;

    public EligibilityRules(RetirementAges retirement) {
        this.retirement = retirement;
    }

    /** What each condition for such a candidate came to, in the order of the set. */
    public List<Finding> check(ConditionSet set, Facts facts) {
        return set.conditions().stream()
                .filter(condition -> condition.isFor(facts.source()))
                .map(condition -> check(condition, facts).of(condition))
                .toList();
    }

    /** A finding before it knows its condition. */
    private record Verdict(
            Outcome outcome, Reason reason, @Nullable LocalDate until, List<Evidence> evidence) {
        static Verdict met(List<Evidence> evidence) {
            return new Verdict(Outcome.MET, Reason.FULFILLED, null, evidence);
        }

        static Verdict against(Reason reason, List<Evidence> evidence) {
            return new Verdict(Outcome.NOT_MET, reason, null, evidence);
        }

        static Verdict unknown(Reason reason, List<Evidence> evidence) {
            return new Verdict(Outcome.UNKNOWN, reason, null, evidence);
        }

        Finding of(Condition condition) {
            return new Finding(condition.code(), outcome, reason, until, evidence, condition.overridable());
        }
    }

    private Verdict check(Condition condition, Facts facts) {
        var given = condition.given();
        return switch (condition.rule()) {
            case DOCUMENT -> document(Objects.requireNonNull(given.document()), given.months(), facts);
            case WORKS_WITHIN -> worksWithin(facts);
            case ANNUAL_LEVELS ->
                annualLevels(
                        years(facts, Objects.requireNonNull(given.years())),
                        Objects.requireNonNull(given.grades()),
                        facts);
            case NO_ANNUAL_LEVEL -> noAnnualLevel(condition, facts);
            case NO_MONTH_GRADE -> noMonthGrade(condition, facts);
            case NOT_BANNED -> notBanned(Objects.requireNonNull(given.bans()), facts);
            case WORKING_TIME_LEFT -> workingTime(Objects.requireNonNull(given.months()), facts);
            case AGE -> age(condition, facts);
            case TIME_IN_POST -> timeInPost(Objects.requireNonNull(given.months()), facts);
        };
    }

    /** The newest verified document of the kind decides; one that nobody verified proves nothing. */
    private static Verdict document(DocumentKind kind, @Nullable Integer months, Facts facts) {
        var all = facts.documents().stream()
                .filter(each -> each.kind() == kind)
                .sorted(Comparator.comparing(Document::issuedOn).thenComparing(Document::id))
                .toList();
        var verified = all.stream().filter(each -> each.confirms() != null).toList();
        if (verified.isEmpty()) {
            return Verdict.unknown(
                    all.isEmpty() ? Reason.RECORD_MISSING : Reason.DOCUMENT_NOT_VERIFIED, documents(all));
        }
        var newest = verified.getLast();
        var evidence = documents(List.of(newest));
        if (!Boolean.TRUE.equals(newest.confirms())) {
            return Verdict.against(Reason.DOCUMENT_REFUTES, evidence);
        }
        return months != null && newest.issuedOn().plusMonths(months).isBefore(facts.cutOff())
                ? Verdict.against(Reason.DOCUMENT_TOO_OLD, evidence)
                : Verdict.met(evidence);
    }

    private static Verdict worksWithin(Facts facts) {
        var within = facts.worksWithin();
        var evidence = facts.posts().stream()
                .filter(post -> post.isHeldOn(facts.cutOff()))
                .map(post -> new Evidence("POST", post.id().toString(), null, post.validFrom()))
                .toList();
        if (within == null) {
            return Verdict.unknown(Reason.RECORD_MISSING, evidence);
        }
        return within ? Verdict.met(evidence) : Verdict.against(Reason.WORKS_ELSEWHERE, evidence);
    }

    /** One level that is too low is enough, whatever is not known of the other years. */
    private static Verdict annualLevels(List<String> years, List<String> accepted, Facts facts) {
        var byPeriod = byPeriod(facts);
        var evidence = years.stream().map(year -> evidence(year, byPeriod)).toList();
        var known = years.stream().map(byPeriod::get).filter(Objects::nonNull).toList();
        if (known.stream().anyMatch(each -> each.grade() != null && !accepted.contains(each.grade()))) {
            return Verdict.against(Reason.LEVEL_TOO_LOW, evidence);
        }
        if (known.size() < years.size()) {
            return Verdict.unknown(Reason.RECORD_MISSING, evidence);
        }
        return known.stream().anyMatch(each -> each.grade() == null)
                ? Verdict.unknown(Reason.NOT_RATED, evidence)
                : Verdict.met(evidence);
    }

    private static Verdict noAnnualLevel(Condition condition, Facts facts) {
        var years = years(facts, Objects.requireNonNull(condition.given().years()));
        return none(years, years, year(), condition, facts);
    }

    /** A month is known by its own result or by that of its quarter. */
    private static Verdict noMonthGrade(Condition condition, Facts facts) {
        int months = Objects.requireNonNull(condition.given().months());
        var last = YearMonth.from(facts.cutOff());
        var wanted = IntStream.rangeClosed(1, months)
                .mapToObj(last::minusMonths)
                .sorted()
                .toList();
        var byPeriod = byPeriod(facts);
        var periods = wanted.stream()
                .map(month -> byPeriod.containsKey(month.toString()) || !byPeriod.containsKey(quarter(month))
                        ? month.toString()
                        : quarter(month))
                .distinct()
                .toList();
        var first = wanted.isEmpty() ? last : wanted.getFirst();
        return none(periods, List.of(first.toString(), quarter(first)), monthOrQuarter(), condition, facts);
    }

    /**
     * Periods of the window must all be known; a refused grade in the window or later, up to the day of the check, refutes.
     *
     * @param from first periods of the window, each in its own way of writing
     */
    private static Verdict none(List<String> window, List<String> from, Kinds kinds, Condition condition, Facts facts) {
        var refused = Objects.requireNonNull(condition.given().grades());
        var found = facts.results().stream()
                .filter(each -> kinds.startsIn(each.period(), from))
                .filter(each -> each.grade() != null && refused.contains(each.grade()))
                .sorted(Comparator.comparing(Result::period))
                .toList();
        if (!found.isEmpty()) {
            return Verdict.against(
                    Reason.LEVEL_REFUSED,
                    found.stream().map(EligibilityRules::evidence).toList());
        }
        var byPeriod = byPeriod(facts);
        var evidence = window.stream().map(period -> evidence(period, byPeriod)).toList();
        return window.stream().allMatch(byPeriod::containsKey)
                ? Verdict.met(evidence)
                : Verdict.unknown(Reason.RECORD_MISSING, evidence);
    }

    /** Which results a rule looks at: those written like one of the first periods, from it on. */
    private interface Kinds {
        boolean startsIn(String period, List<String> from);
    }

    private static Kinds year() {
        return (period, from) -> period.length() == 4 && period.compareTo(from.getFirst()) >= 0;
    }

    private static Kinds monthOrQuarter() {
        return (period, from) -> from.stream()
                .anyMatch(first -> period.length() == 7
                        && (period.charAt(5) == 'Q') == (first.charAt(5) == 'Q')
                        && period.compareTo(first) >= 0);
    }

    private static Verdict notBanned(List<String> kinds, Facts facts) {
        var bans = facts.bans();
        if (bans == null) {
            return Verdict.unknown(Reason.RECORD_MISSING, List.of());
        }
        var held = bans.stream()
                .filter(ban -> kinds.contains(ban.kind()) && ban.holdsOn(facts.asOf()))
                .sorted(Comparator.comparing(Ban::lastDay, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Ban::caseId)
                        .thenComparing(Ban::kind))
                .toList();
        return held.isEmpty()
                ? Verdict.met(List.of())
                : new Verdict(
                        Outcome.NOT_MET,
                        held.getLast().lastDay() == null ? Reason.DISCIPLINE_CONSIDERED : Reason.DISCIPLINE_IN_FORCE,
                        held.getLast().lastDay(),
                        held.stream()
                                .map(ban -> new Evidence(
                                        ban.revision() == 0 ? "EXAMINATION" : "SANCTION",
                                        ban.caseId().toString(),
                                        ban.revision(),
                                        ban.lastDay()))
                                .distinct()
                                .toList());
    }

    /** Both edges count: who reaches the age on the very day after the months still has them. */
    private Verdict workingTime(int months, Facts facts) {
        if (facts.birthDate() == null || facts.sex() == null) {
            return Verdict.unknown(Reason.RECORD_MISSING, List.of());
        }
        var reached = retirement.reachedOn(facts.birthDate(), facts.sex());
        var evidence = List.of(new Evidence("RETIREMENT_AGE", retirement.number(), null, reached));
        var needed = facts.startsOn().plusMonths(Math.min(months, facts.termMonths()));
        return reached.isBefore(needed) ? Verdict.against(Reason.TIME_TOO_SHORT, evidence) : Verdict.met(evidence);
    }

    private static Verdict age(Condition condition, Facts facts) {
        if (facts.birthDate() == null) {
            return Verdict.unknown(Reason.RECORD_MISSING, List.of());
        }
        int years = Period.between(facts.birthDate(), facts.startsOn()).getYears();
        var youngest = condition.given().youngest();
        var oldest = condition.given().oldest();
        if (youngest != null && years < youngest) {
            return Verdict.against(Reason.TOO_YOUNG, List.of());
        }
        return oldest != null && years > oldest ? Verdict.against(Reason.TOO_OLD, List.of()) : Verdict.met(List.of());
    }

    /** Goes back from the start of the process as long as one main post follows the other. */
    private static Verdict timeInPost(int months, Facts facts) {
        var posts = new ArrayList<>(facts.posts());
        posts.sort(Comparator.comparing(Facts.Post::validFrom).reversed());
        LocalDate since = facts.startsOn().plusDays(1);
        var evidence = new ArrayList<Evidence>();
        for (var post : posts) {
            var day = since.minusDays(1);
            if (post.isHeldOn(day)) {
                since = post.validFrom();
                evidence.add(new Evidence("POST", post.id().toString(), null, post.validFrom()));
            }
        }
        if (evidence.isEmpty()) {
            return Verdict.unknown(Reason.RECORD_MISSING, evidence);
        }
        return since.plusMonths(months).isAfter(facts.startsOn())
                ? Verdict.against(Reason.TIME_TOO_SHORT, evidence)
                : Verdict.met(evidence);
    }

    /** The last years that have ended before the year of the cut-off, the earliest first. */
    private static List<String> years(Facts facts, int many) {
        int last = facts.cutOff().getYear() - 1;
        return IntStream.rangeClosed(last - many + 1, last)
                .mapToObj(Integer::toString)
                .toList();
    }

    private static String quarter(YearMonth month) {
        return month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3;
    }

    private static Map<String, Result> byPeriod(Facts facts) {
        return facts.results().stream()
                .collect(Collectors.toMap(Result::period, Function.identity(), (_, last) -> last));
    }

    private static Evidence evidence(String period, Map<String, Result> known) {
        var result = known.get(period);
        return result == null ? new Evidence("MISSING_PERIOD", period, null, null) : evidence(result);
    }

    private static Evidence evidence(Result result) {
        return new Evidence("RATING", result.id().toString(), result.revision(), null);
    }

    private static List<Evidence> documents(List<Document> documents) {
        return documents.stream()
                .map(each -> new Evidence("DOCUMENT", each.id(), null, each.issuedOn()))
                .toList();
    }
}
