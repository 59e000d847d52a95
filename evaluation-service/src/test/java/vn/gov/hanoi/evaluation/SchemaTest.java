package vn.gov.hanoi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The events of the directory, read from the broker, are what their schemas and the answers say. */
@QuarkusTest
@WithStack
class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNIT = "directory.unit";
    private static final String OFFICER = "directory.officer";

    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
    }

    @Test
    void shouldTellAUnitOnceUnderItsOwnKey() throws IOException {
        // Given
        var request = Units.request(Units.code(), "DIVISION", department.id());
        request.put("validTo", "2030-01-01");

        // When
        var created = Units.created(editor, request);

        // Then
        var id = created.getString("id");
        var event = onlyEvent(UNIT, id);
        assertEnvelope(event, UNIT, "units", id);
        assertThat(event.path("data"))
                .isEqualTo(JSON.readTree("""
                {"id":"%1$s","code":"%2$s","name":"Phòng Nội vụ","type":"DIVISION","parentId":"%3$s","validFrom":"2018-01-01",
                 "validTo":"2030-01-01","version":1,
                 "states":[{"name":"Phòng Nội vụ","type":"DIVISION","parentId":"%3$s","validFrom":"2018-01-01","validTo":"2030-01-01"}],
                 "codes":[{"scheme":"ELECTRONIC","code":"%2$s","validFrom":"2018-01-01","validTo":"2030-01-01"}],
                 "predecessors":[],"successors":[]}""".formatted(id, created.getString("code"), department.id())));
        assertThat(errors(UNIT, event.path("data"))).isEmpty();
    }

    @Test
    void shouldTellAnOfficerWithPostsButWithoutBirthDateAndDecision() throws IOException {
        // When
        var created = Officers.officer(editor, department, "Nguyễn Thị Sự Kiện");

        // Then
        var id = created.getString("id");
        var event = onlyEvent(OFFICER, id);
        assertEnvelope(event, OFFICER, "officers", id);
        assertThat(event.path("data")).isEqualTo(JSON.readTree("""
                {"id":"%s","officerCode":"%s","fullName":"Nguyễn Thị Sự Kiện","category":"CIVIL_SERVANT","version":1,
                 "assignments":[{"id":"%s","unitId":"%s","position":"STAFF","title":"Chuyên viên","leader":false,"main":true,
                 "kind":"REGULAR","category":"CIVIL_SERVANT","validFrom":"2019-05-01","validTo":null}]}""".formatted(
                id, created.getString("officerCode"), created.getString("assignments[0].id"), department.id())));
        assertThat(errors(OFFICER, event.path("data"))).isEmpty();
        assertThat(event.toString()).doesNotContain("1985-02-03", "112/QĐ-UBND");
    }

    @Test
    void shouldTellImportedRecordsAsThoseOfSingleRequests() throws IOException {
        // Given
        var unitCode = Units.code();
        var officerCode = Officers.code();

        // When
        Files.importing(
                        editor,
                        "UNITS",
                        "ATOMIC",
                        "code,name,type,parentCode,validFrom,validTo\n%s,Phòng Đào tạo,DIVISION,%s,2018-01-01,\n"
                                .formatted(unitCode, department.code()))
                .hasState("SUCCEEDED");
        Files.importing(
                        editor,
                        "OFFICERS",
                        "ATOMIC",
                        "officerCode,fullName,category,birthDate,unitCode,position,title,leader,validFrom,decisionNumber\n"
                                + "%s,Trần Nhập,CADRE,1980-01-01,%s,STAFF,Chuyên viên,false,2019-01-01,1/QĐ\n"
                                        .formatted(officerCode, unitCode))
                .hasState("SUCCEEDED");

        // Then
        var unit = onlyEvent(UNIT, id("select unit_of_code(?) as id", unitCode));
        var officer = onlyEvent(OFFICER, id("select id from officers where officer_code = ?", officerCode));
        assertThat(unit.at("/data/name").asText()).isEqualTo("Phòng Đào tạo");
        assertThat(officer.at("/data/assignments/0/unitId")).isEqualTo(unit.at("/data/id"));
        assertThat(errors(UNIT, unit.path("data"))).isEmpty();
        assertThat(errors(OFFICER, officer.path("data"))).isEmpty();
        assertThat(officer.toString()).doesNotContain("1980-01-01");
    }

    @Test
    void shouldTellNothingOfARefusedOrTriedRequest() {
        // Given
        var before = Database.count("select count(*) from event_sequences");

        // When
        Units.post(editor, Units.request(department.code(), "DIVISION", department.id()));
        Units.post(editor, Units.request("x", "DIVISION", department.id()));
        Api.as(editor)
                .body(Units.request(Units.code(), "DIVISION", department.id()))
                .post(Units.PATH + "?validateOnly=true");

        // Then
        assertThat(Database.count("select count(*) from event_sequences")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNIT, OFFICER})
    void shouldDemandEveryPropertyThatIsTold(String topic) throws IOException {
        // Given
        var data = topic.equals(UNIT)
                ? onlyEvent(UNIT, department.id().toString()).path("data")
                : onlyEvent(
                                OFFICER,
                                Officers.officer(editor, department, "Lê Đủ").getString("id"))
                        .path("data");

        // Then
        assertThat(errors(topic, data)).isEmpty();
        // What was added to v1 later is not demanded, since older events have none of it.
        var added = Set.of("states", "codes", "predecessors", "successors");
        data.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !added.contains(name))
                .forEach(name -> {
                    ObjectNode without = data.deepCopy();
                    without.remove(name);
                    assertThat(errors(topic, without)).as(name).isNotEmpty();
                });
        assertThat(data.properties())
                .hasSameSizeAs(schema(topic).path("properties").properties());
    }

    @Test
    void shouldShipOneSchemaForEveryTopicOfTheService() throws IOException {
        // Given
        var settings = java.nio.file.Files.readAllLines(Path.of("src/main/resources/application.properties"));

        // Then
        assertThat(settings)
                .contains(
                        "congvu.topics.\"directory.unit\".compacted=true",
                        "congvu.topics.\"directory.officer\".compacted=true");
        assertThat(settings.stream()
                        .filter(line -> line.startsWith("congvu.topics."))
                        .map(line -> line.split("\"")[1]))
                .containsExactlyInAnyOrder(
                        UNIT,
                        OFFICER,
                        "directory.reorganisation",
                        "directory.appointment",
                        "selection.appointment",
                        "reorganisation.impact",
                        "evaluation.rule-set",
                        "evaluation.unit-result",
                        "evaluation.result",
                        "evaluation.weakness",
                        "evaluation.judgement",
                        "evaluation.criterion",
                        "evaluation.objection",
                        "evaluation.annual",
                        "evaluation.closing",
                        "evaluation.sheet",
                        "evaluation.reminder",
                        "inspection.finding",
                        "discipline");
        assertThat(schema(UNIT).path("title").asText()).isEqualTo("directory.unit recorded v1");
        assertThat(schema(OFFICER).path("title").asText()).isEqualTo("directory.officer recorded v1");
    }

    private static void assertEnvelope(JsonNode event, String topic, String collection, String id) {
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi." + topic + ".recorded.v1");
        assertThat(event.path("source").asText()).isEqualTo("/evaluation/v1");
        assertThat(event.path("subject").asText()).isEqualTo(collection + "/" + id);
        assertThat(event.path("sequence").asText()).isEqualTo("0000000001");
        assertThat(event.path("partitionkey").asText()).isEqualTo(id);
    }

    private static String id(String sql, String code) {
        return String.valueOf(Database.query(sql, code).getFirst().get("id"));
    }

    private static JsonNode onlyEvent(String topic, String id) {
        await("event of " + id)
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Database.count("select count(*) from event_log where aggregate_id = ?", UUID.fromString(id))
                                == 1);
        var events = Events.read(topic, id);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static JsonNode schema(String topic) throws IOException {
        var name = "schemas/" + topic + ".recorded.v1.json";
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return JSON.readTree(new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<?> errors(String topic, JsonNode data) {
        try {
            return JsonSchemas.of(schema(topic).toString()).validate(data.toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
