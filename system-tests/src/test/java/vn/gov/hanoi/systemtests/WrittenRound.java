package vn.gov.hanoi.systemtests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The written round of a round through the gateway. Who wrote a script is known by the hand alone, here the width of the page. */
final class WrittenRound {
    static final String EXAMS = SelectionRound.ROOT + "/written-exams";
    static final String PAPERS = SelectionRound.ROOT + "/papers";
    static final String SHEETS = SelectionRound.ROOT + "/mark-sheets";
    static final String SCRIPTS = SelectionRound.ROOT + "/scripts";
    static final String OBJECTIONS = SelectionRound.ROOT + "/objections";
    private static final Pattern WIDTH = Pattern.compile("/Width (\\d+)");
    private static final int NARROWEST = 400;
    private static final int STEP = 20;
    /** Dots of a picture for a point of a page. */
    private static final double DOTS = 150.0 / 72;

    private final SelectionRound round;
    private final Cast cast;

    WrittenRound(SelectionRound round) {
        this.round = round;
        this.cast = round.cast;
    }

    String id() {
        return round.id;
    }

    String path() {
        return EXAMS + "/" + round.id;
    }

    Http.Answer act(String who, String verb, String body) {
        return cast.act(who, path(), verb, body);
    }

    void did(String who, String verb, String body) {
        cast.did(who, path(), verb, body);
    }

    JsonNode papers(String who) {
        return cast.read(who, PAPERS + "?examId=" + round.id).path("items");
    }

    JsonNode sheets(String who) {
        return cast.read(who, SHEETS + "?examId=" + round.id).path("items");
    }

    JsonNode scripts(String who) {
        return cast.read(who, SCRIPTS + "?examId=" + round.id).path("items");
    }

    /** The paper of somebody, as a personnel officer sees it. */
    JsonNode paperOf(String who) {
        for (var paper : papers("personnel")) {
            if (paper.at("/officer/id").asText().equals(cast.id(who))) {
                return paper;
            }
        }
        throw new AssertionError("no paper of " + who);
    }

    /** Planned for today, with a marking scheme. */
    void plan() {
        cast.created("personnel", EXAMS, """
                {"roundId":"%s","plan":{"startsOn":"%s","startsAt":"08:00","rooms":[{"name":"P.301","seats":24}]}}""".formatted(round.id, SelectionRound.TODAY));
        var written = cast.put("member one", path() + "/scheme", etag("member one"), """
                {"criteria":[{"code":"Q1","title":"Kiến thức chung","maximum":60.00},{"code":"Q2","title":"Kiến thức quản lý","maximum":40.00}]}""");
        assertThat(written.status()).as(written.body()).isEqualTo(200);
    }

    private String etag(String who) {
        return City.gateway().get(path(), cast.token(who)).header("ETag");
    }

    /** Everybody came but these, and the papers are collected. */
    void hold(String... absent) {
        var missing = List.of(absent).stream().map(cast::id).toList();
        for (var paper : papers("member three")) {
            boolean came = !missing.contains(paper.at("/officer/id").asText());
            var put = cast.put(
                    "member three",
                    PAPERS + "/" + paper.path("id").asText() + "/attendance",
                    paper.path("etag").asText(),
                    "{\"came\":%s,\"minutesLate\":0}".formatted(came));
            assertThat(put.status()).as(put.body()).isEqualTo(200);
        }
        did("invigilator", "close", "{}");
    }

    /** The coder, who sees numbers only, takes in the script under each number. @param spare bytes that a scan has beside its pages */
    void code(int spare) {
        var people = new HashMap<Integer, String>();
        round.candidates().forEach(who -> people.put(paperOf(who).path("number").asInt(), who));
        for (var paper : papers("other coder")) {
            if (paper.path("attendance").asText().equals("PRESENT")) {
                var who = people.get(paper.path("number").asInt());
                var scan = scan(NARROWEST + STEP * round.candidates().indexOf(who), spare);
                var taken = City.gateway()
                        .upload(
                                PAPERS + "/" + paper.path("id").asText() + "/script",
                                cast.token("other coder"),
                                paper.path("etag").asText(),
                                "Nguyen Thi Thu " + who + ".pdf",
                                scan);
                assertThat(taken.status()).as(taken.body()).isEqualTo(200);
            }
        }
        did("coder", "lock", "{}");
    }

    /** One page; the file tells who wrote it. */
    private static byte[] scan(int width, int spare) {
        var objects = new String[] {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d 600]/Contents 4 0 R/Resources<<>>>>".formatted(width),
            "<</Length 21>>\nstream\n50 50 100 100 re f   \nendstream",
            "<</Author(Nguyen Thi Thu)/Title(So bao danh)>>",
            "<</Length %d>>\nstream\n%s\nendstream".formatted(spare, " ".repeat(spare))
        };
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.length + 1));
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = file.length();
        file.append(table)
                .append("trailer\n<</Size %d/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects.length + 1, start));
        return file.toString().getBytes(ISO_8859_1);
    }

    /** Whose hand a marker sees on the pages under a sheet. */
    String hand(String marker, String sheet) {
        var pages = City.gateway().getAs(SHEETS + "/" + sheet + "/script", cast.token(marker), "application/pdf");
        assertThat(pages.status()).as(pages.body()).isEqualTo(200);
        assertThat(pages.body()).doesNotContain("Nguyen", "So bao danh", "Author", "xmp");
        var width = WIDTH.matcher(pages.body());
        assertThat(width.find()).isTrue();
        long points = Math.round(Integer.parseInt(width.group(1)) / DOTS);
        return round.candidates().get(Math.toIntExact(Math.round((points - NARROWEST) / (double) STEP)));
    }

    /** Totals that the markings of each person's script come to, in the order in which markers happen to seal. */
    static Map<String, Deque<String>> totals(String... each) {
        var totals = new HashMap<String, Deque<String>>();
        for (int i = 0; i < each.length; i += 2) {
            totals.put(each[i], new ArrayDeque<>(List.of(each[i + 1].split(" "))));
        }
        return totals;
    }

    /** The members of a board fill and seal what lies before them. */
    void mark(String board, Map<String, Deque<String>> totals) {
        for (var marker : SelectionCast.BODIES.get(board)) {
            for (var sheet : sheets(marker)) {
                if (sheet.path("state").asText().equals("DRAFT")) {
                    var id = sheet.path("id").asText();
                    seal(marker, id, totals.get(hand(marker, id)).removeFirst());
                }
            }
        }
    }

    /** The head names a third marker where one is needed, and learns neither points nor markers. @return how many scripts needed one */
    int third() {
        int named = 0;
        for (var script : scripts("head of marking")) {
            if (script.path("state").asText().equals("SPREAD")) {
                var path = SCRIPTS + "/" + script.path("id").asText() + "/actions/assign";
                var taken = List.of("marker one", "marker two", "marker three").stream()
                        .map(who -> "{\"data\":{\"officerId\":\"%s\"}}".formatted(cast.id(who)))
                        .map(body -> City.gateway()
                                .post(path, cast.token("head of marking"), body)
                                .status())
                        .toList();
                assertThat(taken).as("who has not had it yet").containsOnlyOnce(200);
                named++;
            }
        }
        return named;
    }

    private void seal(String marker, String sheet, String total) {
        var first = new BigDecimal(total).min(BigDecimal.valueOf(60));
        var put = cast.put(marker, SHEETS + "/" + sheet, """
                {"points":[{"criterion":"Q1","points":%s},{"criterion":"Q2","points":%s}]}""".formatted(first, new BigDecimal(total).subtract(first)));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        cast.did(marker, SHEETS + "/" + sheet, "seal", "{}");
    }

    /** Two people open the codes, and the marks are told. */
    void tell() {
        did("coder", "reveal", "{}");
        did("monitor", "reveal", "{}");
        did(SelectionRound.APPROVER, "publish", "{%s}".formatted(SelectionRound.DECISION));
    }

    /** The written mark of somebody; the later one, if the script was marked again. */
    BigDecimal mark(String who) {
        var marks = paperOf(who).path("marks");
        return marks.path(marks.size() - 1).path("points").decimalValue();
    }

    /** Nobody can wait for the last day to object: it was yesterday. */
    void timeToObjectIsOver() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        City.suite().jdbcUrl("selection"),
                        "postgres",
                        City.suite().databasePassword("postgres"));
                var update = connection.prepareStatement(
                        "update written_exams set objections_until = current_date - 1 where id = ?")) {
            update.setObject(1, UUID.fromString(round.id));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
