package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.council.Panels;
import vn.gov.hanoi.selection.round.Round;

/** Who may mark which script. It knows who wrote it, and tells nobody: its answers are yes, no, and a set that the lot draws from. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Judges {
    private final Panels panels;
    private final ExamRepository papers;
    private final SheetRepository sheets;
    private final ApplicationDesk applications;
    private final Envelopes envelopes;

    Judges(
            Panels panels,
            ExamRepository papers,
            SheetRepository sheets,
            ApplicationDesk applications,
            Envelopes envelopes) {
        this.panels = panels;
        this.papers = papers;
        this.sheets = sheets;
        this.applications = applications;
        this.envelopes = envelopes;
    }

    /** Those who mark: the board without its head, and nobody who handles applications. */
    Set<UUID> members(Round round, Phase phase) {
        var members = new HashSet<>(panels.members(round.id(), phase.body()));
        panels.head(round.id(), phase.body()).ifPresent(members::remove);
        round.personnel().forEach(members::remove);
        return members;
    }

    /** Those of the members who never had the script and may judge who wrote it. */
    Set<UUID> possible(Round round, Set<UUID> members, Script script) {
        var had = new HashSet<>(sheets.markersOf(script.id()));
        return members.stream()
                .filter(each -> !had.contains(each) && mayJudge(round.id(), each, script))
                .collect(Collectors.toSet());
    }

    /** Whether nothing stands between the officer and who wrote the script; no if the application is gone. */
    boolean mayJudge(UUID roundId, UUID officerId, Script script) {
        return envelopes
                .ownerOf(script)
                .flatMap(papers::paper)
                .flatMap(paper -> applications.find(paper.applicationId()))
                .filter(application -> panels.mayJudge(roundId, officerId, application.officerId()))
                .isPresent();
    }
}
