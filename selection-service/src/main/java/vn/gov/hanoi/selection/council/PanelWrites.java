package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.council.PanelApi.PanelSummary;
import vn.gov.hanoi.selection.council.PanelApi.PanelView;
import vn.gov.hanoi.selection.council.PanelDesk.Laid;
import vn.gov.hanoi.selection.council.PanelRequests.DissolveRequest;
import vn.gov.hanoi.selection.council.PanelRequests.MemberRequest;
import vn.gov.hanoi.selection.council.PanelRequests.ReplaceRequest;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.round.Rounds;

/** What the resources of councils and boards share: each act once, each answer only for who may know of it. */
@ApplicationScoped
class PanelWrites {
    private final FormPanel acts;
    private final PanelDesk desk;
    private final PanelQueries queries;
    private final PanelViews views;
    private final Rounds rounds;
    private final Writes writes;
    private final CurrentCaller caller;

    PanelWrites(
            FormPanel acts,
            PanelDesk desk,
            PanelQueries queries,
            PanelViews views,
            Rounds rounds,
            Writes writes,
            CurrentCaller caller) {
        this.acts = acts;
        this.desk = desk;
        this.queries = queries;
        this.views = views;
        this.rounds = rounds;
        this.writes = writes;
        this.caller = caller;
    }

    Page<PanelSummary> list(Collection<Body> bodies, @Nullable UUID roundId, PageRequest request) {
        return queries.page(bodies, roundId, request, caller.get());
    }

    @Transactional
    PanelView one(UUID id, Collection<Body> bodies, HttpHeaders headers) {
        var who = caller.get();
        queries.requireVisible(id, bodies, who);
        return views.of(desk.see(id), who, ProblemTexts.choose(headers.getAcceptableLanguages()));
    }

    Response form(
            Object request,
            UUID roundId,
            Body body,
            List<MemberRequest> members,
            DecisionPart decision,
            HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> rounds.requireVisible(roundId, who), () -> {
            var laid = acts.form(roundId, body, MemberRequest.wanted(members), decision, who);
            var view = views.of(laid, who, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.created(
                    PanelViews.address(laid.panel()), view, laid.panel().version());
        });
    }

    Response replace(
            UUID id, Collection<Body> bodies, @Nullable String ifMatch, ReplaceRequest request, HttpHeaders headers) {
        return act(
                id,
                bodies,
                request,
                who -> acts.replace(id, ifMatch, request.data(), request.decision(), request.reason(), who),
                headers);
    }

    Response dissolve(
            UUID id, Collection<Body> bodies, @Nullable String ifMatch, DissolveRequest request, HttpHeaders headers) {
        return act(id, bodies, request, who -> acts.dissolve(id, ifMatch, request.decision(), who), headers);
    }

    private Response act(
            UUID id, Collection<Body> bodies, Object request, Function<Caller, Laid> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> queries.requireVisible(id, bodies, who), () -> {
            var laid = act.apply(who);
            var view = views.of(laid, who, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.ok(view, laid.panel().version());
        });
    }
}
