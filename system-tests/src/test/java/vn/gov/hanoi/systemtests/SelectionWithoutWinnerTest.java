package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.systemtests.SelectionRound.REASON;
import static vn.gov.hanoi.systemtests.SelectionRound.refusal;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Rounds of selection through the gateway that end without anybody: too few stand, or nobody passes. */
class SelectionWithoutWinnerTest {
    @Test
    void shouldSuspendARoundInWhichOneCandidateIsLeft() {
        // Given
        var post = SelectionRound.vacancy(SelectionCast.DIVISION, "Phó Trưởng phòng P");
        var round = SelectionRound.announced(post);
        round.apply(post, "absent", "weak");
        round.cast.did("weak", round.applicationPath("weak"), "withdraw", "{%s}".formatted(REASON));
        round.freeze("absent");

        // When
        round.issue();

        // Then
        assertThat(round.check("absent").path("eligible").asBoolean()).isTrue();
        assertThat(round.state()).isEqualTo("SUSPENDED_LT_2");
        assertThat(refusal(round.form("QUESTION", SelectionCast.BODIES.get("QUESTION"))))
                .isEqualTo("409 selection.round-state");
    }

    @Test
    void shouldEndWithNobodyIfNobodyPasses() throws SQLException, IOException {
        // Given
        var post = SelectionRound.vacancy(SelectionCast.OTHER_DIVISION, "Phó Trưởng phòng Q");
        var round = SelectionRound.announced(post);
        round.apply(post, "absent", "weak");
        round.freeze("absent", "weak");
        round.issue();
        round.seat("COUNCIL", "QUESTION", "SUPERVISION", "CODING", "MARKING", "MONITORING");
        var written = new WrittenRound(round);
        var defences = new DefenceRound(round);

        // When
        written.plan();
        written.hold("absent");
        written.code(0);
        defences.commit();
        written.did("head of marking", "assign", "{}");
        written.mark("MARKING", WrittenRound.totals("weak", "30 36"));
        written.tell();
        written.timeToObjectIsOver();
        assertThat(defences.reveal(0).status()).isEqualTo(200);
        defences.submit();
        defences.publish();
        var closed = round.closePost(post);

        // Then
        assertThat(defences.standings("organiser", post))
                .containsExactly("weak FAILED_WRITTEN null", "absent ABSENT_FROM_WRITTEN null");
        assertThat(closed.path("outcome").asText()).isEqualTo("NOT_APPOINTED");
        assertThat(round.state()).isEqualTo("CLOSED");
        assertThat(Bulletin.verified(Bulletin.of(round).body())).isEqualTo("0 SOUND");
    }
}
