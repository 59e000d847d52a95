package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Many at once: the officer has one main post and the unit one head, whoever comes first. */
@QuarkusTest
@WithStack
class OfficerRaceTest {
    private static final int MANY = 50;

    private Units.Unit department;
    private Units.Unit first;
    private Units.Unit second;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        first = Units.unit("DIVISION", department);
        second = Units.unit("DIVISION", department);
        editor = Units.editor(department);
    }

    @Test
    void F21_shouldMoveAnOfficerOnceWhenFiftyWantTo() throws Exception {
        // Given
        var officer = Officers.officer(editor, first, "Nguyễn Văn Giành");

        // When
        var answers = allAtOnce(i -> Officers.assign(editor, officer, second, "2021-01-%02d".formatted(i % 28 + 1)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 412);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(Database.count(
                        "select count(*) from assignments where officer_id = ? and main and superseded_at is null",
                        UUID.fromString(officer.getString("id"))))
                .isEqualTo(2);
    }

    @Test
    void F21_shouldGiveAUnitOneActingHeadWhenFiftyWantToBe() throws Exception {
        // Given
        var officers = IntStream.range(0, MANY)
                .mapToObj(i -> Officers.officer(editor, first, "Trần Văn Quyền"))
                .toList();

        // When
        var answers = allAtOnce(i -> {
            var request = Officers.furtherRequest(officers.get(i), second, "ACTING");
            request.put("position", "HEAD");
            return Officers.further(editor, request);
        });

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(Database.count(
                        "select count(*) from assignments where unit_id = ? and position = 'HEAD' and superseded_at is null",
                        second.id()))
                .isEqualTo(1);
    }

    /** More callers than database connections: who is told to come again does so, as clients shall. */
    private static Response repeated(IntFunction<Response> call, int i) {
        var answer = call.apply(i);
        for (int again = 0; answer.statusCode() == 503 && again < MANY; again++) {
            answer = call.apply(i);
        }
        return answer;
    }

    private static List<Response> allAtOnce(IntFunction<Response> call) throws Exception {
        var start = new CyclicBarrier(MANY);
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            List<Callable<Response>> calls = IntStream.range(0, MANY)
                    .mapToObj(i -> (Callable<Response>) () -> {
                        start.await();
                        return repeated(call, i);
                    })
                    .toList();
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
