package vn.gov.hanoi.selection.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.DraftedPlan;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

/** A drafted reorganisation comes in, the number of vacancies of its units goes out. */
@QuarkusTest
@WithStack
class ReorganisationImpactTest {
    private final DraftedPlan draft = new DraftedPlan();

    @Test
    void shouldCountDraftedAndAnnouncedVacanciesOfTheUnits() throws IOException {
        // Given
        var department = Org.department();
        var one = Org.division(department);
        var other = Org.division(department);
        var organiser = Org.organiser(department);
        Vacancies.draft(organiser, one.id(), "Trưởng phòng");
        Vacancies.announced(organiser, one.id(), "Phó Trưởng phòng", LocalDate.of(2026, 3, 2));
        Vacancies.draft(organiser, other.id(), "Trưởng phòng");

        // When
        draft.draft(7, one.id(), UUID.randomUUID());

        // Then
        assertThat(draft.answer(7)).isEqualTo(new ObjectMapper().readTree("""
                {"planId": "%s", "planVersion": 7, "service": "selection", "counts": [
                    {"kind": "VACANCIES", "unitId": "%s", "number": 2}]}""".formatted(draft.id(), one.id())));
    }

    @Test
    void shouldAnswerForUnitsThatNobodyKnows() {
        // When
        draft.draft(1, Stream.generate(UUID::randomUUID).limit(5_000).toArray(UUID[]::new));

        // Then
        assertThat(draft.answer(1).path("counts")).isEmpty();
    }

    /** An answer about 5,000 units is larger than half a megabyte. */
    @Test
    void shouldAnswerForAsManyUnitsAsAPlanMayName() {
        // Given
        var department = Org.department();
        var division = Org.division(department);
        var model = UUID.fromString(Vacancies.draft(Org.organiser(department), division.id(), "Trưởng phòng")
                .getString("id"));
        var units = Stream.generate(UUID::randomUUID).limit(5_000).toArray(UUID[]::new);
        for (var chunk = 0; chunk < units.length; chunk += 1_000) {
            copies(model, java.util.Arrays.copyOfRange(units, chunk, chunk + 1_000));
        }

        // When
        draft.draft(1, units);

        // Then
        assertThat(draft.answer(1).path("counts")).hasSize(5_000);
    }

    @Test
    void shouldAnswerAReplayedDraftOnce() {
        // Given
        var event = draft.draft(1, UUID.randomUUID());
        draft.answer(1);

        // When
        draft.send(event);
        draft.draft(1, UUID.randomUUID());
        draft.awaitTaken();

        // Then
        assertThat(draft.answers()).hasSize(1);
    }

    private static void copies(UUID model, UUID[] units) {
        Database.execute(
                """
                insert into vacancies
                select (json_populate_record(v, json_build_object('id', uuidv7(), 'unit_id', each.unit))).*
                from vacancies v cross join unnest(string_to_array(?, ',')::uuid[]) as each (unit) where v.id = ?""", String.join(",", Stream.of(units).map(UUID::toString).toList()), model);
    }
}
