package vn.gov.hanoi.selection.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.council.Panels;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.result.MeritListRequests.MinutesPart;
import vn.gov.hanoi.selection.round.Rounds;

/** Whether minutes are those of the council: signed by members, enough of them, the chair among them. */
@ApplicationScoped
class Signatures {
    private final Panels panels;
    private final Rounds rounds;

    Signatures(Panels panels, Rounds rounds) {
        this.panels = panels;
        this.rounds = rounds;
    }

    /** Refusals: selection.signer-not-seated, selection.quorum-missing, selection.lead-absent, selection.decision-not-signed-yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Refusal> refusals(UUID roundId, MinutesPart minutes) {
        var found = new ArrayList<Refusal>();
        var members = panels.members(roundId, Body.COUNCIL);
        var signers = minutes.signedBy();
        for (int i = 0; i < signers.size(); i++) {
            if (!members.contains(signers.get(i))) {
                found.add(Refusal.of(SelectionProblem.SIGNER_NOT_SEATED, "officerId", signers.get(i))
                        .at("/data/minutes/signedBy/" + i));
            }
        }
        long present = signers.stream().distinct().filter(members::contains).count();
        int quorum = panels.quorum(roundId);
        if (present < quorum) {
            found.add(Refusal.of(SelectionProblem.QUORUM_MISSING, "present", present, "quorum", quorum)
                    .at("/data/minutes/signedBy"));
        }
        if (panels.head(roundId, Body.COUNCIL).filter(signers::contains).isEmpty()) {
            found.add(Refusal.of(SelectionProblem.LEAD_ABSENT).at("/data/minutes/signedBy"));
        }
        if (minutes.signedOn().isAfter(rounds.today())) {
            found.add(Refusal.of(SelectionProblem.DECISION_NOT_SIGNED_YET, "signedOn", minutes.signedOn())
                    .at("/data/minutes/signedOn"));
        }
        return found;
    }
}
