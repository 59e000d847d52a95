package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** The door of this room: who sits where in a round, and who may judge whom. Persons are officers of the directory. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Panels {
    private final PanelQueries panels;
    private final ConflictQueries conflicts;
    private final Rounds rounds;
    private final SelectionDefaultQueries defaults;

    Panels(PanelQueries panels, ConflictQueries conflicts, Rounds rounds, SelectionDefaultQueries defaults) {
        this.panels = panels;
        this.conflicts = conflicts;
        this.rounds = rounds;
        this.defaults = defaults;
    }

    /** Bodies of a round: the council (hội đồng) and its boards for questions, invigilation, codes, marking, re-marking, oversight. */
    public enum Body {
        COUNCIL,
        QUESTION,
        SUPERVISION,
        CODING,
        MARKING,
        REMARKING,
        MONITORING;

        /** Whether nobody outside learns who sits in it before the result is published. */
        boolean isSecret() {
            return this == QUESTION || this == CODING || this == MARKING || this == REMARKING;
        }
    }

    /** Whether the officer sits in it now. A candidate of the round sits nowhere; nobody sits in what is dissolved. */
    public boolean sits(UUID roundId, Body body, UUID officerId) {
        return members(roundId, body).contains(officerId);
    }

    /** Those who sit in it now, its head included, in the order of the decision. */
    public List<UUID> members(UUID roundId, Body body) {
        return panels.sitting(roundId, body, List.of(Capacity.values()));
    }

    /** The chair of the council or the head of the board; empty if there is none now. */
    public Optional<UUID> head(UUID roundId, Body body) {
        return panels.sitting(roundId, body, List.of(Capacity.HEAD)).stream().findFirst();
    }

    /** The secretary of the council; empty if there is none now. */
    public Optional<UUID> secretary(UUID roundId) {
        return panels.sitting(roundId, Body.COUNCIL, List.of(Capacity.SECRETARY)).stream()
                .findFirst();
    }

    /**
     * Whether nothing stands between the officer and the candidate: no declared, derived or found conflict that was not waived, and no
     * recusal. False for who stands in the round, and for a candidate who does not. Does not ask whether the officer sits anywhere.
     */
    public boolean mayJudge(UUID roundId, UUID officerId, UUID candidateOfficerId) {
        return rounds.find(roundId)
                .filter(round -> conflicts.mayJudge(
                        roundId,
                        officerId,
                        candidateOfficerId,
                        defaults.panelsOn(rounds.approvedOn(round)).judgeMonths(),
                        rounds.today()))
                .isPresent();
    }

    /** How many members of the council must be present, the chair among them, by the rules of the day of the plan's approval. */
    public int quorum(UUID roundId) {
        var round = rounds.find(roundId).orElseThrow();
        return defaults.panelsOn(rounds.approvedOn(round))
                .quorum(members(roundId, Body.COUNCIL).size());
    }
}
