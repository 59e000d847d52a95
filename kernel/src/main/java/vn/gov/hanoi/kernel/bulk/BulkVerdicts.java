package vn.gov.hanoi.kernel.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.bulk.BulkAnswer.Result;
import vn.gov.hanoi.kernel.bulk.BulkAnswer.Summary;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.NothingKept;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Collects what becomes of the rows of a request, in their order. Refusal of the good rows of an atomic request: bulk.other-row-refused. */
public final class BulkVerdicts {
    private final boolean atomic;
    private final List<Verdict> verdicts = new ArrayList<>();

    /** @param atomic whether one refused row refuses all; null for no */
    public BulkVerdicts(@Nullable Boolean atomic) {
        this.atomic = Boolean.TRUE.equals(atomic);
    }

    private record Verdict(String rowId, @Nullable UUID id, int status, long version, List<Refusal> refusals) {}

    /**
     * A row that is done.
     *
     * @param status of the single request
     * @param version of the record afterwards
     */
    public void done(String rowId, UUID id, int status, long version) {
        verdicts.add(new Verdict(rowId, id, status, version, List.of()));
    }

    /** @param id of the record; null if there is none */
    public void refused(String rowId, @Nullable UUID id, List<Refusal> refusals) {
        verdicts.add(new Verdict(rowId, id, refusals.getFirst().code().status(), 0, refusals));
    }

    /** Whether anything may be kept; of an atomic request all or nothing. */
    public boolean areKept() {
        return !atomic
                || verdicts.stream().allMatch(verdict -> verdict.refusals().isEmpty());
    }

    /**
     * The answer. If nothing may be kept, the transaction is rolled back with it.
     *
     * @param collection path of the records
     */
    public Answer answer(String collection, Problems problems, Locale locale) {
        boolean kept = areKept();
        var results = new ArrayList<Result>();
        for (var verdict : verdicts) {
            var refusals = verdict.refusals().isEmpty() && !kept
                    ? List.of(Refusal.of(KernelProblem.OTHER_ROW_REFUSED))
                    : verdict.refusals();
            if (refusals.isEmpty()) {
                results.add(new Result(
                        results.size(),
                        verdict.rowId(),
                        verdict.status(),
                        verdict.id(),
                        Etags.of(verdict.version()),
                        null));
            } else {
                var instance = verdict.id() == null ? collection : collection + "/" + verdict.id();
                var problem = problems.problem(refusals, instance, locale);
                results.add(new Result(results.size(), verdict.rowId(), problem.status(), verdict.id(), null, problem));
            }
        }
        int succeeded =
                (int) results.stream().filter(each -> each.problem() == null).count();
        var answer = Answer.bulk(
                new BulkAnswer(new Summary(results.size(), succeeded, results.size() - succeeded), results));
        if (!kept) {
            throw new NothingKept(answer.status(), answer.body());
        }
        return answer;
    }
}
