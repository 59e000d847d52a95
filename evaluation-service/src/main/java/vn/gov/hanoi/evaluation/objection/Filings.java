package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Contested;
import vn.gov.hanoi.evaluation.monthly.FilingDoor;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Lays out what speaks against an objection: for the one who files it, and for the sheet that offers to. */
@ApplicationScoped
class Filings implements FilingDoor {
    private final ObjectionRepository objections;
    private final Clock clock;
    private final WorkCalendar calendar = WorkCalendar.named("VN");

    Filings(ObjectionRepository objections, Clock clock) {
        this.objections = objections;
        this.clock = clock;
    }

    Filing of(Contested result, boolean own, LocalDate today) {
        return new Filing(result, own, objections.before(result.id()), today, calendar);
    }

    @Override
    public List<Refusal> refusals(Contested result) {
        return of(result, true, LocalDate.now(clock)).refusals();
    }
}
