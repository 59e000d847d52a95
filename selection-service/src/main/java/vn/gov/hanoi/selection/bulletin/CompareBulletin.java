package vn.gov.hanoi.selection.bulletin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.bulletin.BulletinApi.ComparisonView;
import vn.gov.hanoi.selection.bulletin.BulletinApi.DifferenceView;
import vn.gov.hanoi.selection.bulletin.BulletinApi.FlawView;
import vn.gov.hanoi.selection.bulletin.BulletinRepository.Kept;
import vn.gov.hanoi.selection.paper.WrittenSources;
import vn.gov.hanoi.selection.proof.CanonicalJson;
import vn.gov.hanoi.selection.proof.Flaw;
import vn.gov.hanoi.selection.result.ResultSources;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;

/** Makes a bulletin anew from what the rooms keep, and says where the one that is kept differs. */
@ApplicationScoped
class CompareBulletin {
    private static final Set<RoundState> TOLD = EnumSet.of(RoundState.RESULT_PUBLISHED, RoundState.CLOSED);
    private static final int MOST = 1000;

    private final BulletinRepository bulletins;
    private final WriteContest contests;
    private final WrittenSources written;
    private final ResultSources results;
    private final Rounds rounds;
    private final ApplicationDesk applications;
    private final Scopes scopes;

    CompareBulletin(
            BulletinRepository bulletins,
            WriteContest contests,
            WrittenSources written,
            ResultSources results,
            Rounds rounds,
            ApplicationDesk applications,
            Scopes scopes) {
        this.bulletins = bulletins;
        this.contests = contests;
        this.written = written;
        this.results = results;
        this.rounds = rounds;
        this.applications = applications;
        this.scopes = scopes;
    }

    /** Refusal: resource.not-found, as for no round outside the scope, before the publication, and for who stands in it. */
    @Transactional
    ComparisonView of(UUID roundId, Caller caller) {
        var round = rounds.find(roundId)
                .filter(each -> TOLD.contains(each.stateOn(rounds.today())) && inspects(each, caller))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var flaws = new ArrayList<>(written.flaws(roundId));
        flaws.addAll(results.flaws(round));
        var kept = bulletins.kept(roundId).orElse(null);
        if (kept != null && !kept.digest().equals(kept.audited())) {
            flaws.add(Flaw.unfit("bulletins", roundId, "digest"));
        }
        boolean made = flaws.stream().noneMatch(Flaw::lost);
        var differences = made ? differences(kept, roundId) : List.<DifferenceView>of();
        return new ComparisonView(
                roundId,
                flaws.isEmpty() && differences.isEmpty(),
                made,
                flaws.stream()
                        .distinct()
                        .limit(MOST)
                        .map(each -> new FlawView(each.table(), each.id(), each.field()))
                        .toList(),
                differences.stream().limit(MOST).toList());
    }

    private boolean inspects(Round round, Caller caller) {
        return scopes.find(caller)
                        .filter(scope -> scopes.contains(scope, round.unitId()))
                        .isPresent()
                && !applications.isCandidate(round, caller);
    }

    private List<DifferenceView> differences(@Nullable Kept kept, UUID roundId) {
        var found = new ArrayList<DifferenceView>();
        var contest = contests.of(roundId, bulletins.round(roundId).title()).orElseThrow();
        if (kept == null) {
            found.add(new DifferenceView("", null, CanonicalJson.digest(contest)));
            return found;
        }
        compare("/contest", tree(kept.contest()), tree(CanonicalJson.write(contest)), found);
        compare("/contestDigest", text(kept.digest()), text(CanonicalJson.digest(contest)), found);
        compare("/title", text(kept.title()), text(contest.title()), found);
        compare(
                "/publishedOn",
                text(kept.publishedOn().toString()),
                text(contest.publishedOn().toString()),
                found);
        return found;
    }

    private static JsonNode tree(String json) {
        return CanonicalJson.read(json, new TypeReference<JsonNode>() {});
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }

    private static void compare(
            String pointer, @Nullable JsonNode kept, @Nullable JsonNode follows, List<DifferenceView> found) {
        if (kept != null && follows != null && kept.isObject() && follows.isObject()) {
            var names = new TreeSet<String>();
            kept.fieldNames().forEachRemaining(names::add);
            follows.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name, kept.get(name), follows.get(name), found));
        } else if (kept != null && follows != null && kept.isArray() && follows.isArray()) {
            for (int i = 0; i < Math.max(kept.size(), follows.size()); i++) {
                compare(pointer + "/" + i, kept.get(i), follows.get(i), found);
            }
        } else if (kept == null || !kept.equals(follows)) {
            found.add(new DifferenceView(pointer, told(kept), told(follows)));
        }
    }

    private static @Nullable String told(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value.isTextual() ? value.textValue() : value.toString();
    }
}
