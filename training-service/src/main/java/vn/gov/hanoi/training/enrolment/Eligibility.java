package vn.gov.hanoi.training.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.course.ClassRules;
import vn.gov.hanoi.training.enrolment.Condition.Code;
import vn.gov.hanoi.training.enrolment.Condition.Verdict;

/**
 * Whether somebody may be taken into a class: every condition with its evidence. Decree 101/2017 of 01/09/2017 (for whom a class is), Law
 * 22/2008 of 13/11/2008 (no training while a sanction has effect); the rest is City practice, see the list of conditions.
 */
record Eligibility(List<Condition> conditions) {
    Eligibility {
        conditions = List.copyOf(conditions);
    }

    static Eligibility of(ClassFacts of, Candidate candidate) {
        return new Eligibility(List.of(
                inService(candidate),
                invited(candidate),
                targeted(of, candidate),
                notBanned(candidate),
                notPassed(of, candidate),
                free(of, candidate)));
    }

    private static Condition inService(Candidate candidate) {
        if (candidate.post() != null && candidate.stays()) {
            return Condition.met(Code.IN_SERVICE, Map.of());
        }
        var left = candidate.leftOn();
        return Condition.notMet(Code.IN_SERVICE, left == null ? Map.of() : Map.of("leftOn", left.toString()));
    }

    private static Condition invited(Candidate candidate) {
        var post = candidate.post();
        if (post == null) {
            return Condition.unknown(Code.UNIT_INVITED);
        }
        var evidence = Map.<String, Object>of("unit", post.unitCode());
        return post.invited()
                ? Condition.met(Code.UNIT_INVITED, evidence)
                : Condition.notMet(Code.UNIT_INVITED, evidence);
    }

    private static Condition targeted(ClassFacts of, Candidate candidate) {
        if (of.targetCategories().isEmpty()) {
            return Condition.met(Code.CATEGORY_TARGETED, Map.of());
        }
        var post = candidate.post();
        if (post == null || !ClassRules.shipped().knowsCategory(post.category())) {
            return Condition.unknown(Code.CATEGORY_TARGETED);
        }
        var evidence = Map.<String, Object>of("category", post.category(), "targets", of.targetCategories());
        return of.targetCategories().contains(post.category())
                ? Condition.met(Code.CATEGORY_TARGETED, evidence)
                : Condition.notMet(Code.CATEGORY_TARGETED, evidence);
    }

    private static Condition notBanned(Candidate candidate) {
        var ban = candidate.ban();
        if (ban == null) {
            return Condition.met(Code.NO_TRAINING_BAN, Map.of());
        }
        var last = ban.lastDay();
        return Condition.notMet(Code.NO_TRAINING_BAN, last == null ? Map.of() : Map.of("endsOn", last.toString()));
    }

    private static Condition notPassed(ClassFacts of, Candidate candidate) {
        var course = of.courseCode();
        if (course == null) {
            return Condition.unknown(Code.COURSE_NOT_PASSED);
        }
        var passed = candidate.passed();
        return passed == null
                ? Condition.met(Code.COURSE_NOT_PASSED, Map.of("course", course))
                : Condition.notMet(
                        Code.COURSE_NOT_PASSED,
                        Map.of(
                                "course",
                                course,
                                "otherClassId",
                                passed.classId().toString(),
                                "endedOn",
                                passed.endedOn().toString()));
    }

    private static Condition free(ClassFacts of, Candidate candidate) {
        if (candidate.taken().isEmpty()) {
            return Condition.met(Code.DAYS_FREE, Map.of());
        }
        var first = candidate.taken().getFirst();
        return Condition.notMet(
                Code.DAYS_FREE,
                Map.of(
                        "day",
                        first.day().toString(),
                        "classId",
                        of.id().toString(),
                        "otherClassId",
                        first.classId().toString()));
    }

    /**
     * Why not, one refusal for each condition that is not met. Refusals: training.officer-not-in-service, training.unit-not-invited,
     * training.category-not-targeted, training.sanctioned, training.under-examination, training.course-passed, training.days-taken.
     */
    List<Refusal> refusals() {
        var found = new ArrayList<Refusal>();
        for (var condition : conditions) {
            if (condition.verdict() == Verdict.NOT_MET) {
                found.add(refusal(condition).at("/officerId"));
            }
        }
        return found;
    }

    private static Refusal refusal(Condition condition) {
        var evidence = condition.evidence();
        return switch (condition.code()) {
            case IN_SERVICE -> Refusal.of(TrainingProblem.OFFICER_NOT_IN_SERVICE);
            case UNIT_INVITED -> Refusal.of(TrainingProblem.UNIT_NOT_INVITED, "unit", fact(evidence, "unit"));
            case CATEGORY_TARGETED ->
                Refusal.of(TrainingProblem.CATEGORY_NOT_TARGETED, "category", fact(evidence, "category"));
            case NO_TRAINING_BAN ->
                evidence.isEmpty()
                        ? Refusal.of(TrainingProblem.UNDER_EXAMINATION)
                        : Refusal.of(TrainingProblem.SANCTIONED, "endsOn", fact(evidence, "endsOn"));
            case COURSE_NOT_PASSED ->
                Refusal.of(
                        TrainingProblem.COURSE_PASSED,
                        "course",
                        fact(evidence, "course"),
                        "otherClassId",
                        fact(evidence, "otherClassId"));
            case DAYS_FREE ->
                Refusal.of(
                        TrainingProblem.DAYS_TAKEN,
                        "day",
                        fact(evidence, "day"),
                        "classId",
                        fact(evidence, "classId"),
                        "otherClassId",
                        fact(evidence, "otherClassId"));
        };
    }

    private static Object fact(Map<String, Object> evidence, String name) {
        return Objects.requireNonNull(evidence.get(name));
    }
}
