package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.selection.council.ConflictQueries.Span;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.PanelRules;
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

    /**
     * Whether the officer sits in it now. Nobody sits in what is dissolved; a candidate of the round sits nowhere; who handles applications
     * sits in no body that excludes it, even if it was assigned later.
     */
    public boolean sits(UUID roundId, Body body, UUID officerId) {
        return members(roundId, body).contains(officerId);
    }

    /** Those who sit in it now, its head included, in the order of the decision. */
    public List<UUID> members(UUID roundId, Body body) {
        return sitting(roundId, body, List.of(Capacity.values()));
    }

    /** The chair of the council or the head of the board; empty if there is none now. */
    public Optional<UUID> head(UUID roundId, Body body) {
        return sitting(roundId, body, List.of(Capacity.HEAD)).stream().findFirst();
    }

    /** The secretary of the council; empty if there is none now. */
    public Optional<UUID> secretary(UUID roundId) {
        return sitting(roundId, Body.COUNCIL, List.of(Capacity.SECRETARY)).stream()
                .findFirst();
    }

    /**
     * Whether nothing stands between the officer and the candidate: no declared, derived or found conflict that was not waived, and no
     * recusal. False for who stands in the round, and for a candidate who does not. Does not ask whether the officer sits anywhere.
     */
    public boolean mayJudge(UUID roundId, UUID officerId, UUID candidateOfficerId) {
        return rounds.find(roundId)
                .filter(round -> conflicts.mayJudge(
                        new Span(roundId, rules(round).judgeMonths(), rounds.today()), officerId, candidateOfficerId))
                .isPresent();
    }

    /** How many members of the council must be present, the chair among them, by the rules of the day of the plan's approval. */
    public int quorum(UUID roundId) {
        return rules(rounds.find(roundId).orElseThrow())
                .quorum(members(roundId, Body.COUNCIL).size());
    }

    private List<UUID> sitting(UUID roundId, Body body, List<Capacity> capacities) {
        return rounds.find(roundId)
                .map(round -> {
                    var sitting = panels.sitting(roundId, body, capacities);
                    return rules(round).excludes(Composition.PERSONNEL, body.name())
                            ? sitting.stream()
                                    .filter(each -> !round.personnel().contains(each))
                                    .toList()
                            : sitting;
                })
                .orElse(List.of());
    }

    private PanelRules rules(Round round) {
        return defaults.panelsOn(rounds.approvedOn(round));
    }
}
