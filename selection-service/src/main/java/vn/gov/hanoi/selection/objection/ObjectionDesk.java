package vn.gov.hanoi.selection.objection;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.objection.ObjectionApi.ObjectionView;
import vn.gov.hanoi.selection.objection.ObjectionApi.ObjectionsView;
import vn.gov.hanoi.selection.paper.Remarking;
import vn.gov.hanoi.selection.paper.Remarking.Contestable;
import vn.gov.hanoi.selection.proof.CanonicalJson;
import vn.gov.hanoi.selection.round.Rounds;

/** Lays an objection on the table for those who may know of it, and shows it. For everybody else there is none. */
@ApplicationScoped
class ObjectionDesk {
    static final String ADDRESS = "/selection/v1/objections/";

    private final ObjectionRepository objections;
    private final Remarking remarking;
    private final Rounds rounds;
    private final Sealer sealer;
    private final Problems problems;

    ObjectionDesk(
            ObjectionRepository objections, Remarking remarking, Rounds rounds, Sealer sealer, Problems problems) {
        this.objections = objections;
        this.remarking = remarking;
        this.rounds = rounds;
        this.sealer = sealer;
        this.problems = problems;
    }

    /** An objection. @param own the contested paper, for its person only; null for who only reads */
    record Laid(Objection objection, @Nullable Contestable own) {}

    /** Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid see(UUID id, Caller caller) {
        return objections
                .findByIdOptional(id)
                .flatMap(each -> laid(each, caller))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** For commands, before a stored answer is shown; leaves nothing read. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    void require(UUID id, Caller caller) {
        see(id, caller);
        objections.unread();
    }

    /** For its person. Refusals: resource.not-found, precondition.required, precondition.failed. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid hold(UUID id, @Nullable String ifMatch, Caller caller) {
        var paper = objections.paperOf(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var own = remarking.own(paper, caller);
        var laid = new Laid(objections.forChange(id).orElseThrow(), own);
        Etags.require(ifMatch, laid.objection().version());
        return laid;
    }

    private Optional<Laid> laid(Objection objection, Caller caller) {
        var own = remarking.ownIfAny(objection.paperId(), caller);
        return own.isPresent() || remarking.mayRead(objection.examId(), caller)
                ? Optional.of(new Laid(objection, own.orElse(null)))
                : Optional.empty();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ObjectionsView all(UUID examId, Caller caller, Locale locale) {
        return new ObjectionsView(objections.of(examId).stream()
                .flatMap(each -> laid(each, caller).stream())
                .map(each -> view(each, locale))
                .toList());
    }

    /** What speaks against an objection to a paper. Refusals: selection.not-marked, selection.objection-too-late, selection.objection-exists. */
    List<Refusal> refusals(Contestable paper) {
        var until = paper.until();
        if (until == null || !paper.marked()) {
            return List.of(Refusal.of(SelectionProblem.NOT_MARKED));
        }
        var found = new ArrayList<>(late(paper));
        if (objections.isContested(paper.paperId())) {
            found.add(Refusal.of(SelectionProblem.OBJECTION_EXISTS));
        }
        return found;
    }

    private List<Refusal> late(Contestable paper) {
        var until = Objects.requireNonNull(paper.until());
        return rounds.today().isAfter(until) || !paper.open()
                ? List.of(Refusal.of(SelectionProblem.OBJECTION_TOO_LATE, "until", until))
                : List.of();
    }

    /** What speaks against a withdrawal. Refusals: selection.objection-state, selection.objection-too-late. */
    List<Refusal> withdrawRefusals(Laid laid) {
        var state = laid.objection().state();
        var own = laid.own();
        if (own == null) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        return state == ObjectionState.RECEIVED
                ? late(own)
                : List.of(Refusal.of(
                        SelectionProblem.OBJECTION_STATE,
                        "state",
                        state.name(),
                        "needed",
                        ObjectionState.RECEIVED.name()));
    }

    byte[] seal(Objection.Said said, UUID id) {
        return sealer.seal(CanonicalJson.write(said).getBytes(StandardCharsets.UTF_8), context(id));
    }

    private String grounds(Objection objection) {
        var plain = sealer.open(objection.content(), context(objection.id()))
                .orElseThrow(() -> new IllegalStateException("objection was altered: " + objection.id()));
        return CanonicalJson.read(new String(plain, StandardCharsets.UTF_8), new TypeReference<Objection.Said>() {})
                .grounds();
    }

    private static String context(UUID id) {
        return "objection:" + id;
    }

    ObjectionView view(Laid laid, Locale locale) {
        var objection = laid.objection();
        var refusals = withdrawRefusals(laid);
        return new ObjectionView(
                objection.id(),
                Etags.of(objection.version()),
                objection.examId(),
                objection.paperId(),
                objection.state(),
                grounds(objection),
                objection.filedOn(),
                remarking.dueOn(objection.examId()),
                objection.endedOn(),
                objection.version(),
                List.of(new ActionView(
                        "withdraw",
                        ADDRESS + objection.id() + "/actions/withdraw",
                        refusals.isEmpty(),
                        List.of(),
                        refusals.stream()
                                .map(each -> problems.item(each, locale))
                                .toList())));
    }
}
