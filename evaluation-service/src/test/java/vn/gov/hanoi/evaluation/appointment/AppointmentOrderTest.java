package vn.gov.hanoi.evaluation.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Appointments.Told;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What selection decides becomes a post of the directory on its day, once, or is refused aloud. */
@QuarkusTest
@WithStack
class AppointmentOrderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Inject
    CarryOutOrders orders;

    private Units.Unit department;
    private Units.Unit division;
    private String editor;
    private Json person;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        division = Units.unit("DIVISION", department);
        editor = Units.editor(department);
        person = Officers.officer(editor, department, "Nguyễn Thị Bổ Nhiệm");
    }

    @Test
    void shouldHandTheUnitOverOnTheFirstDayAndNotBefore() {
        // Given
        var old = Delegations.head(editor, division, "Trần Văn Cũ", "2019-05-01");
        var deputy = Officers.officer(editor, division, "Lê Thị Phó");
        Delegations.created(editor, Delegations.request(old, deputy, division));
        var told = Told.of(person, division, DAY);
        told.tell(told.decided(1));
        orders.carryOut(DAY.minusDays(1));
        assertThat(told.state()).isEqualTo("WAITING");
        assertThat(posts(person)).hasSize(1);

        // When
        orders.carryOut(DAY);
        orders.carryOut(DAY.plusDays(1));

        // Then
        assertThat(told.state()).isEqualTo("APPLIED");
        var after = Officers.read(editor, person);
        var post = after.find("assignments", "position", "HEAD");
        assertThat(post.getString("validFrom")).isEqualTo("2026-03-02");
        assertThat(post.getString("unit.id")).isEqualTo(division.id().toString());
        assertThat(after.find("assignments", "position", "STAFF").getString("validTo"))
                .isEqualTo("2026-03-02");
        assertThat(posts(person)).hasSize(2);
        assertThat(Officers.read(editor, old).getString("assignments[0].validTo"))
                .isEqualTo("2026-03-02");
        for (var day : List.of("2026-03-01", "2026-03-02")) {
            boolean before = day.equals("2026-03-01");
            assertThat(mayDecide(old, day)).isEqualTo(before);
            assertThat(mayDecide(deputy, day)).isEqualTo(before);
            assertThat(mayDecide(person, day)).isEqualTo(!before);
        }
        var event = only(told, 1);
        assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi.directory.appointment.applied.v1");
        assertThat(Schemas.errors(event)).isEmpty();
        assertThat(event.path("data").path("assignmentId").asText()).isEqualTo(post.getString("id"));
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'officer.appoint' and resource_id = ?",
                        told.officerId()))
                .isEqualTo(1);
    }

    private boolean mayDecide(Json officer, String day) {
        return Delegations.explain(editor, officer, division, "DECIDE", day)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .getBoolean("allowed");
    }

    @Test
    void shouldCountTheNewestToldStateWhateverComesWhenAndHoweverOften() {
        // Given
        var first = Told.of(person, division, DAY);
        var decided = first.decided(1);
        var late = Told.of(Officers.officer(editor, department, "Phạm Thị Muộn"), division, DAY);

        // When
        first.tell(decided, first.revoked(2));
        Events.send("selection.appointment", first.officerId().toString(), decided);
        late.tell(late.revoked(2), late.decided(1));
        orders.carryOut(DAY);

        // Then
        assertThat(first.state()).isEqualTo("REVOKED");
        assertThat(late.state()).isEqualTo("REVOKED");
        assertThat(posts(person)).hasSize(1);

        // When
        late.tell(late.decided(3), late.decided(3));
        orders.carryOut(DAY);

        // Then
        assertThat(late.state()).isEqualTo("APPLIED");
        assertThat(Database.count(
                        "select count(*) from assignments where officer_id = ? and position = 'HEAD' and superseded_at is null",
                        late.officerId()))
                .isEqualTo(1);
    }

    @Test
    void shouldSayAloudThatARevocationCameTooLate() {
        // Given
        var told = Told.of(person, division, DAY);
        told.tell(told.decided(1));
        orders.carryOut(DAY);

        // When
        told.tell(told.revoked(2));
        orders.carryOut(DAY);

        // Then
        assertThat(told.state()).isEqualTo("APPLIED");
        assertThat(posts(person)).hasSize(2);
        var event = only(told, 2);
        assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi.directory.appointment.refused.v1");
        assertThat(event.path("data").path("code").asText()).isEqualTo("appointment.revoked-late");
        assertThat(event.path("data").path("revision").asInt()).isEqualTo(2);
        assertThat(waiting(null).getList("items.id", String.class))
                .contains(told.id().toString());
    }

    @Test
    void shouldTellBackWhyTheDirectoryRefusesAndTryAgainWhenToldAgain() {
        // Given
        var dissolved = Units.request(Units.code(), "DIVISION", department.id());
        dissolved.put("validTo", "2026-02-01");
        var gone = Units.of(Units.created(editor, dissolved));
        var nowhere = Told.of(person, gone, DAY);
        var nobody = new Told(UUID.randomUUID(), UUID.randomUUID(), division.id(), DAY, "HEAD");
        var unheard =
                new Told(UUID.randomUUID(), UUID.fromString(person.getString("id")), UUID.randomUUID(), DAY, "HEAD");
        var next = Delegations.head(editor, division, "Đỗ Văn Sau", "2026-06-01");
        var taken = Told.of(person, division, DAY);
        for (var each : List.of(nowhere, nobody, unheard, taken)) {
            each.tell(each.decided(1));
        }

        // When
        orders.carryOut(DAY);

        // Then
        var refused = waiting("REFUSED");
        assertThat(refused.find("items", "id", nowhere.id().toString()).getString("refusal"))
                .isEqualTo("assignment.unit-not-in-force");
        assertThat(refused.find("items", "id", nobody.id().toString()).getString("refusal"))
                .isEqualTo("resource.not-found");
        assertThat(refused.find("items", "id", unheard.id().toString()).getString("refusal"))
                .isEqualTo("assignment.unit-unknown");
        assertThat(refused.find("items", "id", taken.id().toString()).getString("refusal"))
                .isEqualTo("assignment.head-exists");
        assertThat(posts(person)).hasSize(1);
        var event = only(nowhere, 1);
        assertThat(Schemas.errors(event)).isEmpty();
        assertThat(event.path("data").path("code").asText()).isEqualTo("assignment.unit-not-in-force");
        assertThat(event.path("data").path("args").path("validFrom").asText()).isEqualTo("2026-03-02");

        // When
        var post = Officers.read(editor, next);
        Officers.correctPost(editor, post, 0, java.util.Map.of("position", "STAFF", "leader", false))
                .then()
                .statusCode(200);
        taken.tell(taken.decided(2));
        orders.carryOut(DAY);

        // Then
        assertThat(taken.state()).isEqualTo("APPLIED");
        assertThat(only(taken, 2).path("data").path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void shouldMakeAnActingHeadTheRegularOne() {
        // Given
        var acting = Officers.furtherRequest(person, division, "ACTING");
        acting.put("position", "HEAD");
        Officers.further(editor, acting).then().statusCode(201);
        var told = Told.of(person, division, DAY);

        // When
        told.tell(told.decided(1));
        orders.carryOut(DAY);

        // Then
        assertThat(told.state()).isEqualTo("APPLIED");
        assertThat(Database.query(
                        "select kind, main, valid_to::text as until from assignments where officer_id = ? and superseded_at is null "
                                + "and position = 'HEAD' order by valid_from",
                        told.officerId()))
                .extracting(row -> row.get("kind") + " " + row.get("main") + " " + row.get("until"))
                .containsExactly("ACTING false 2026-03-02", "REGULAR true null");
        // Other tests break what is theirs.
        assertThat(Api.as(Tokens.user("operator").roles("operator").token())
                        .get("/evaluation/v1/ops/integrity")
                        .asString())
                .contains("heads-overlap")
                .doesNotContain(person.getString("id"), division.id().toString());
    }

    @Test
    void shouldLeaveTheHeadWhenADeputyComes() {
        // Given
        var head = Delegations.head(editor, division, "Trần Văn Giữ", "2019-05-01");
        var told = Told.of(person, division, DAY).asDeputy();

        // When
        told.tell(told.decided(1));
        orders.carryOut(DAY);

        // Then
        assertThat(told.state()).isEqualTo("APPLIED");
        assertThat((Object) Officers.read(editor, head).get("assignments[0].validTo"))
                .isNull();
        assertThat(Officers.read(editor, person)
                        .find("assignments", "position", "DEPUTY_HEAD")
                        .getString("validFrom"))
                .isEqualTo("2026-03-02");
    }

    @Test
    void F21_shouldRecordOnePostWhenManyInstancesLookAndTwoAreAppointed() throws Exception {
        // Given
        var first = Told.of(person, division, DAY);
        var second = Told.of(Officers.officer(editor, department, "Vũ Thị Nhì"), division, DAY);
        first.tell(first.decided(1));
        second.tell(second.decided(1));
        var start = new CyclicBarrier(12);

        // When
        try (var threads = Executors.newFixedThreadPool(12)) {
            List<Callable<Void>> looks = IntStream.range(0, 12)
                    .<Callable<Void>>mapToObj(_ -> () -> {
                        start.await();
                        orders.carryOut(DAY);
                        return null;
                    })
                    .toList();
            for (var look : new ArrayList<>(threads.invokeAll(looks))) {
                look.get();
            }
        }

        // Then
        assertThat(List.of(first.state(), second.state())).containsExactlyInAnyOrder("APPLIED", "REFUSED");
        assertThat(Database.count(
                        "select count(*) from assignments where unit_id = ? and position = 'HEAD' and superseded_at is null",
                        division.id()))
                .isEqualTo(1);
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'officer.appoint' and unit_id = ?",
                        division.id()))
                .isEqualTo(1);
    }

    private static List<?> posts(Json officer) {
        return Database.query(
                "select id from assignments where officer_id = ? and superseded_at is null",
                UUID.fromString(officer.getString("id")));
    }

    private static Json waiting(@org.jspecify.annotations.Nullable String state) {
        var question = Api.as(Tokens.user("operator").roles("operator").token());
        return (state == null ? question : question.queryParam("state", state))
                .get("/evaluation/v1/ops/appointment-orders")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** The last of exactly so many events about the appointment. */
    private static JsonNode only(Told told, int number) {
        await("answers about " + told.id())
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Database.count(
                                "select count(*) from event_log where topic = 'directory.appointment' and aggregate_id = ?",
                                told.id())
                        == number);
        return Events.read("directory.appointment", told.officerId().toString()).stream()
                .filter(each -> each.path("data")
                        .path("appointmentId")
                        .asText()
                        .equals(told.id().toString()))
                .toList()
                .getLast();
    }
}
