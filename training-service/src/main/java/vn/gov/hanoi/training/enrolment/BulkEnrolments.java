package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.bulk.BulkVerdicts;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.enrolment.EnrolmentBulkApi.BulkRequest;
import vn.gov.hanoi.training.enrolment.EnrolmentBulkApi.BulkRow;
import vn.gov.hanoi.training.enrolment.EnrolmentBulkApi.Nomination;

/** Many nominations and acts, each by its own row and as if one after the other. A row that is refused changes nothing. */
@ApplicationScoped
class BulkEnrolments {
    private static final int CREATED = 201;
    private static final int DONE = 200;

    private final NominateOfficers nominateOfficers;
    private final ActOnEnrolments actOnEnrolments;
    private final Problems problems;

    BulkEnrolments(NominateOfficers nominateOfficers, ActOnEnrolments actOnEnrolments, Problems problems) {
        this.nominateOfficers = nominateOfficers;
        this.actOnEnrolments = actOnEnrolments;
        this.problems = problems;
    }

    private record Result(@Nullable Enrolment enrolment, List<Refusal> refusals) {}

    /** Refusals of the rows: request.invalid-value, those of the single requests, and bulk.other-row-refused of an atomic request. */
    @Transactional
    Answer run(BulkRequest request, Caller caller, Locale locale) {
        var rows = request.rows();
        var results = new ArrayList<@Nullable Result>(Collections.nCopies(rows.size(), null));
        for (var run : EnrolmentBulkApi.runs(rows)) {
            if (rows.get(run.getFirst()).creates()) {
                nominate(rows, run, results, caller);
            } else {
                act(rows, run, results, caller);
            }
        }
        var verdicts = new BulkVerdicts(request.atomic());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var result = Objects.requireNonNull(results.get(i));
            var enrolment = result.enrolment();
            if (enrolment == null) {
                verdicts.refused(row.rowId(), row.id(), result.refusals());
            } else {
                verdicts.done(row.rowId(), enrolment.id(), row.creates() ? CREATED : DONE, enrolment.version());
            }
        }
        return verdicts.answer("/training/v1/enrolments", problems, locale);
    }

    private void nominate(List<BulkRow> rows, List<Integer> run, List<@Nullable Result> results, Caller caller) {
        var good = new ArrayList<Integer>();
        var officers = new ArrayList<UUID>();
        UUID classId = null;
        for (int index : run) {
            try {
                Nomination nomination = rows.get(index).nomination();
                classId = nomination.classId();
                officers.add(nomination.officerId());
                good.add(index);
            } catch (Refused refused) {
                results.set(index, new Result(null, refused.refusals()));
            }
        }
        if (classId == null) {
            return;
        }
        try {
            var verdicts = nominateOfficers.nominate(classId, officers, caller);
            for (int i = 0; i < good.size(); i++) {
                results.set(
                        good.get(i),
                        new Result(verdicts.get(i).enrolment(), verdicts.get(i).refusals()));
            }
        } catch (Refused refused) {
            good.forEach(index -> results.set(index, new Result(null, refused.refusals())));
        }
    }

    private void act(List<BulkRow> rows, List<Integer> run, List<@Nullable Result> results, Caller caller) {
        var good = new ArrayList<Integer>();
        var orders = new ArrayList<ActOnEnrolments.Order>();
        for (int index : run) {
            try {
                orders.add(rows.get(index).order());
                good.add(index);
            } catch (Refused refused) {
                results.set(index, new Result(null, refused.refusals()));
            }
        }
        var verdicts = actOnEnrolments.act(orders, caller);
        for (int i = 0; i < good.size(); i++) {
            results.set(
                    good.get(i),
                    new Result(verdicts.get(i).enrolment(), verdicts.get(i).refusals()));
        }
    }
}
