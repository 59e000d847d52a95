package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.systemtests.SelectionRound.APPROVER;
import static vn.gov.hanoi.systemtests.SelectionRound.DECISION;
import static vn.gov.hanoi.systemtests.SelectionRound.refusal;

import java.sql.SQLException;
import java.util.List;

/** The written part of the journey: each step, and what nobody may see or do meanwhile. */
final class BlindMarking {
    /** More than the body of an ordinary request may have, as scans do. */
    private static final int SCANNED = 1_200_000;

    private final WrittenRound written;
    private final Cast cast;

    BlindMarking(SelectionRound round) {
        this.written = new WrittenRound(round);
        this.cast = round.cast;
    }

    /** Everybody sits, and the scripts get codes that tell no marker whose they are. */
    void isWritten() {
        written.plan();
        assertThat(cast.status("marker one", written.path() + "/scheme")).isEqualTo(404);
        written.hold();
        assertThat(cast.status("marker one", written.path() + "/scheme")).isEqualTo(200);
        assertThat(cast.status("coder", written.path() + "/scheme")).isEqualTo(404);
        assertThat(written.papers("other coder"))
                .allMatch(paper -> paper.path("officer").isNull());
        written.code(SCANNED);
        written.did("head of marking", "assign", "{}");
    }

    void isMarked() {
        // Given
        var sheet = WrittenRound.SHEETS + "/"
                + written.sheets("marker one").path(0).path("id").asText();
        assertThat(List.of("marker two", "coder", "head of marking", "monitor"))
                .allMatch(who -> cast.status(who, sheet) == 404);
        assertThat(cast.status("marker one", WrittenRound.SCRIPTS + "?examId=" + written.id()))
                .isEqualTo(404);

        // When
        written.mark(
                "MARKING",
                WrittenRound.totals(
                        "rising",
                        "48 50",
                        "steady",
                        "60 64",
                        "sibling",
                        "60 75",
                        "promising",
                        "70 70",
                        "runner up",
                        "52 54"));
        var early = written.act("coder", "reveal", "{}");
        int third = written.third();
        written.mark("MARKING", WrittenRound.totals("sibling", "70"));

        // Then
        assertThat(refusal(early)).as("60 and 75 lie too far apart").isEqualTo("409 selection.marks-missing");
        assertThat(third).isEqualTo(1);
        assertThat(written.scripts("head of marking"))
                .allMatch(each -> each.path("state").asText().equals("MARKED"));
    }

    /** The codes are opened by two, and nobody learns a mark before it is told. */
    void isOpened() {
        written.did("coder", "reveal", "{}");
        assertThat(refusal(written.act("coder", "reveal", "{}"))).isEqualTo("403 authority.own-act");
        assertThat(refusal(written.act("marker one", "reveal", "{}"))).isEqualTo("403 selection.not-this-board");
        written.did("monitor", "reveal", "{}");
        assertThat(written.papers("rising")).hasSize(1).allMatch(paper -> paper.path("marks")
                .isEmpty());
        assertThat(cast.status("linh.dang", written.path() + "/agreement")).isEqualTo(404);
        written.did(APPROVER, "publish", "{%s}".formatted(DECISION));
        assertThat(written.papers("rising").at("/0/marks/0/passed").asBoolean()).isFalse();
        assertThat(written.mark("rising")).isEqualByComparingTo("49.00");
        assertThat(written.mark("sibling")).as("mean of the two nearest").isEqualByComparingTo("72.50");
        var agreement = cast.read("linh.dang", written.path() + "/agreement");
        assertThat(agreement.path("scripts").asInt()).isEqualTo(5);
        assertThat(agreement.path("keys"))
                .extracting(key -> key.path("officerId").asText())
                .containsExactly(cast.id("coder"), cast.id("monitor"));
        assertThat(cast.status(
                        "rising",
                        WrittenRound.PAPERS + "/"
                                + written.paperOf("steady").path("id").asText()))
                .isEqualTo(404);
    }

    /** Two others mark again without the first marks; who had failed passes. */
    void isContested() throws SQLException {
        // Given
        var objection = "{\"paperId\":\"%s\",\"grounds\":\"Đề nghị phúc khảo câu 2\"}"
                .formatted(written.paperOf("rising").path("id").asText());
        var filed = cast.created("rising", WrittenRound.OBJECTIONS, objection);
        var second = City.gateway().post(WrittenRound.OBJECTIONS, cast.token("rising"), objection);
        var foreign = City.gateway().post(WrittenRound.OBJECTIONS, cast.token("steady"), objection);
        var path = WrittenRound.OBJECTIONS + "/" + filed.path("id").asText();
        assertThat(refusal(second)).isEqualTo("409 selection.objection-exists");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(cast.status("steady", path)).isEqualTo(404);

        // When
        written.timeToObjectIsOver();
        cast.did("head of remarking", written.path() + "/remarking", "assign", "{}");
        written.mark("REMARKING", WrittenRound.totals("rising", "66 70"));
        cast.did(APPROVER, written.path() + "/remarking", "publish", "{%s}".formatted(DECISION));

        // Then
        assertThat(cast.read("rising", path).path("state").asText()).isEqualTo("RESOLVED_ACCEPTED");
        assertThat(written.mark("rising")).isEqualByComparingTo("68.00");
        assertThat(written.mark("steady")).isEqualByComparingTo("62.00");
    }
}
