package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.enrolment.EnrolmentGuard.Act;

/** Door for files: nominations and outcomes by codes of officers, the same acts as by request. Belongs to the caller's transaction. */
@ApplicationScoped
public class FileActs {
    private final NominateOfficers nominateOfficers;
    private final ActOnEnrolments actOnEnrolments;
    private final EnrolmentRepository enrolments;
    private final CandidateQueries candidates;

    FileActs(
            NominateOfficers nominateOfficers,
            ActOnEnrolments actOnEnrolments,
            EnrolmentRepository enrolments,
            CandidateQueries candidates) {
        this.nominateOfficers = nominateOfficers;
        this.actOnEnrolments = actOnEnrolments;
        this.enrolments = enrolments;
        this.candidates = candidates;
    }

    /** How a class ended for the officer of a code. */
    public record CodedOutcome(String code, Outcome outcome) {}

    /**
     * What became of a row.
     *
     * @param changed false if it was so before, and if it is refused
     */
    public record Done(boolean changed, List<Refusal> refusals) {
        public Done {
            refusals = List.copyOf(refusals);
        }
    }

    private static final Done UNCHANGED = new Done(false, List.of());

    /**
     * Nominates in the order of the codes; who is in the class already stays as is.
     *
     * <p>Refusals of all, and of one: those of {@link NominateOfficers#nominate}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Done> nominate(UUID classId, List<String> codes, Caller caller) {
        var ids = candidates.ids(new HashSet<>(codes));
        // An unknown code gets an id that nobody has, so that it is refused as any officer who is not there.
        var officers =
                codes.stream().map(code -> ids.getOrDefault(code, classId)).toList();
        return nominateOfficers.nominate(classId, officers, caller).stream()
                .map(verdict ->
                        verdict.refusals().stream().anyMatch(each -> each.code() == TrainingProblem.ENROLMENT_EXISTS)
                                ? UNCHANGED
                                : new Done(verdict.enrolment() != null, verdict.refusals()))
                .toList();
    }

    /** Says outcomes; one that was said before stays as is. Refusals of one: training.learner-unknown, those of {@code decide}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Done> decide(UUID classId, List<CodedOutcome> rows, Caller caller) {
        var learners = enrolments.of(classId, EnrolmentState.ENROLLED).stream()
                .collect(Collectors.toMap(each -> each.learner().code(), Function.identity()));
        var results = new ArrayList<Done>();
        for (var row : rows) {
            var learner = learners.get(row.code());
            if (learner == null) {
                results.add(new Done(
                        false,
                        List.of(Refusal.of(TrainingProblem.LEARNER_UNKNOWN).at("/officerCode"))));
            } else if (isSaid(learner, row.outcome())) {
                results.add(UNCHANGED);
            } else {
                var order = new ActOnEnrolments.Order(
                        learner.id(), Etags.of(learner.version()), Act.DECIDE, null, row.outcome());
                var verdict = actOnEnrolments.act(List.of(order), caller).getFirst();
                var decided = verdict.enrolment();
                if (decided != null) {
                    learners.put(row.code(), decided);
                }
                results.add(new Done(decided != null, verdict.refusals()));
            }
        }
        return results;
    }

    private static boolean isSaid(Enrolment learner, Outcome outcome) {
        var said = learner.outcome();
        return said != null && said.result() == outcome.result() && isSame(said.score(), outcome.score());
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }
}
