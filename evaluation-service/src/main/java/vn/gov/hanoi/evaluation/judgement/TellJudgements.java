package vn.gov.hanoi.evaluation.judgement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import vn.gov.hanoi.evaluation.judgement.JudgementQueries.Found;
import vn.gov.hanoi.evaluation.monthly.ResultReplaced;
import vn.gov.hanoi.evaluation.monthly.ResultsTold;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;

/** Tells who judged, in the transaction that tells the results. */
@ApplicationScoped
class TellJudgements {
    private final JudgementQueries queries;
    private final OutboxWriter outbox;

    TellJudgements(JudgementQueries queries, OutboxWriter outbox) {
        this.queries = queries;
        this.outbox = outbox;
    }

    void tell(@Observes ResultsTold told) {
        write(queries.ofClosings(told.closingIds()));
    }

    void tellAgain(@Observes ResultReplaced replaced) {
        write(queries.ofSheet(replaced.after()));
    }

    private void write(List<Found> found) {
        outbox.writeAll(found.stream()
                .flatMap(each -> each.judgement().drafts(each.cause()).stream())
                .toList());
    }
}
