package vn.gov.hanoi.evaluation.yearly;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.gov.hanoi.evaluation.discipline.RecordedSanction;
import vn.gov.hanoi.evaluation.yearly.Facts.Disciplined;

/**
 * Facts with the disciplinary decisions of the year that the room of discipline has. They are given, whatever the decider states; what the
 * decider states besides, such as decisions of the Party or of elsewhere, is added.
 */
final class RecordedFacts {
    private RecordedFacts() {}

    /**
     * @param recorded every revision of the sanctions of the person
     * @return the same facts if nothing is recorded; that nothing is recorded does not say that there is nothing
     */
    static Facts of(Facts stated, int year, List<RecordedSanction> recorded) {
        if (recorded.isEmpty()) {
            return stated;
        }
        var sources = recorded.stream().map(RecordedSanction::source).toList();
        var before = Objects.requireNonNullElse(stated.sanctions(), List.<Disciplined>of());
        var all = new ArrayList<>(recorded.stream()
                .filter(each -> each.stands() && each.signedOn().getYear() == year)
                .map(RecordedFacts::disciplined)
                .toList());
        before.stream().filter(each -> !sources.contains(each.source())).forEach(all::add);
        boolean unsaid = all.isEmpty() && (stated.sanctions() == null || !before.isEmpty());
        return new Facts(stated.evidence(), unsaid ? null : all, stated.opinions(), stated.unitLevel());
    }

    private static Disciplined disciplined(RecordedSanction recorded) {
        return new Disciplined(recorded.form(), recorded.signedOn(), recorded.inDuty(), false, recorded.source());
    }
}
