package vn.gov.hanoi.selection.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.selection.defence.DefenceSources;
import vn.gov.hanoi.selection.defence.Defences;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.proof.Flaw;
import vn.gov.hanoi.selection.proof.SealedJson;
import vn.gov.hanoi.selection.round.Round;

/** The door for who inspects: whether a result, and the defences below it, are what was sealed. */
@ApplicationScoped
public class ResultSources {
    private final ContestResultRepository results;
    private final ResultContents contents;
    private final SealedJson sealed;
    private final Defences defences;
    private final DefenceSources sources;

    ResultSources(
            ContestResultRepository results,
            ResultContents contents,
            SealedJson sealed,
            Defences defences,
            DefenceSources sources) {
        this.results = results;
        this.contents = contents;
        this.sealed = sealed;
        this.defences = defences;
        this.sources = sources;
    }

    /** What does not fit, after the publication; none if all does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Flaw> flaws(Round round) {
        var found = new ArrayList<>(sources.flaws(round.id()));
        var result = results.ofRound(round.id()).orElse(null);
        if (result == null) {
            found.add(Flaw.lost(ContestResult.TABLE, round.id(), "round_id"));
        } else if (!sealed.isIntact(result.content(), ContestResult.TABLE, result.id())) {
            found.add(Flaw.lost(ContestResult.TABLE, result.id(), "content"));
        } else {
            if (result.state() != ResultState.PUBLISHED) {
                found.add(Flaw.lost(ContestResult.TABLE, result.id(), "state"));
            }
            if (!result.unitId().equals(round.unitId())) {
                found.add(Flaw.unfit(ContestResult.TABLE, result.id(), "unit_id"));
            }
            standings(round, result, contents.of(result), found);
        }
        return found;
    }

    private void standings(Round round, ContestResult result, Standings content, List<Flaw> found) {
        var minutes = content.minutes();
        var salt = content.salt();
        var commitment = result.commitment();
        if (minutes == null
                || salt == null
                || commitment == null
                || !new Commitment(salt, commitment).fits(new ActOnResult.Submitted(content.posts(), minutes))) {
            found.add(Flaw.unfit(ContestResult.TABLE, result.id(), "commitment"));
        }
        if (found.stream().noneMatch(Flaw::lost)) {
            var posts = new HashMap<UUID, UUID>();
            content.posts().forEach(post -> post.entries()
                    .forEach(entry -> posts.put(entry.applicationId(), post.vacancyId())));
            defences.scored(round).stream()
                    .filter(each -> !each.vacancyId().equals(posts.get(each.applicationId())))
                    .forEach(each -> found.add(Flaw.unfit("defences", each.applicationId(), "vacancy_id")));
        }
    }
}
