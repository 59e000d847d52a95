package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The people of all rounds of selection: an agency with two divisions, and a third one whose officers have nothing to do with the other two. */
final class SelectionCast {
    /** Who sits where; the first is the head, the second of the council its secretary. */
    static final Map<String, List<String>> BODIES = Map.of(
            "COUNCIL", List.of("chair", "personnel", "member one", "member two", "member three"),
            "QUESTION", List.of("member one", "member two"),
            "SUPERVISION", List.of("invigilator", "member three"),
            "CODING", List.of("coder", "other coder"),
            "MARKING", List.of("head of marking", "marker one", "marker two", "marker three"),
            "REMARKING", List.of("head of remarking", "remarker one", "remarker two"),
            "MONITORING", List.of("monitor", "other monitor"));

    private static final List<String> CANDIDATES =
            List.of("rising", "steady", "sibling", "promising", "runner up", "absent", "weak");

    static final Cast CAST = new Cast();
    static final String DIVISION = CAST.unit(CAST.code + ".P", "DIVISION", CAST.agencyId);
    static final String OTHER_DIVISION = CAST.unit(CAST.code + ".Q", "DIVISION", CAST.agencyId);

    static {
        officials(CAST.unit(CAST.code + ".T", "DIVISION", CAST.agencyId));
        CAST.officer("old head", DIVISION, "HEAD", "CIVIL_SERVANT");
        CANDIDATES.forEach(who -> CAST.officer(who, DIVISION, "STAFF", "CIVIL_SERVANT", "selection-candidate"));
        await("selection knows everybody")
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(CAST.officers())
                        .allMatch(
                                id -> CAST.status("organiser", SelectionRound.ROOT + "/sanction-checks?officerId=" + id)
                                        == 200));
    }

    private SelectionCast() {}

    private static void officials(String home) {
        CAST.account("organiser", "", "selection-reader", "selection-organiser", "selection-approver");
        CAST.officer("chair", CAST.agencyId, "HEAD", "CIVIL_SERVANT", "selection-panel");
        for (var who : List.of("personnel", "other personnel")) {
            CAST.officer(
                    who, home, "STAFF", "CIVIL_SERVANT", "selection-reader", "selection-personnel", "selection-panel");
        }
        BODIES.values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(who -> CAST.id(who) == null)
                .forEach(who -> CAST.officer(who, home, "STAFF", "CIVIL_SERVANT", "selection-panel"));
    }
}
