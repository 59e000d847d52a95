package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.yearly.ClassificationRepository.Progress;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lays a classification or a closing on the table: with its rules, and what the caller has to do with it. */
@ApplicationScoped
class YearDesk {
    private final ClassificationRepository rows;
    private final YearClosingRepository closings;
    private final RuleSetCatalogue catalogue;
    private final YearRelationQueries relations;

    YearDesk(
            ClassificationRepository rows,
            YearClosingRepository closings,
            RuleSetCatalogue catalogue,
            YearRelationQueries relations) {
        this.rows = rows;
        this.closings = closings;
        this.catalogue = catalogue;
        this.relations = relations;
    }

    /** Refusals: scope.unit-unknown, resource.not-found for an unknown one and one that the caller has nothing to do with. */
    @Transactional
    YearGuard see(UUID id, Caller caller) {
        relations.requireScope(caller);
        var row = rows.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var found = laid(row, closings.find(row.closingId()).orElseThrow(), caller);
        if (!found.relation().sees()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return found;
    }

    /**
     * The classification that somebody wants to act on, held until the end of the transaction. Its closing is shared with other
     * decisions; a correction has it alone, since the cap of the whole unit is checked again.
     *
     * <p>Refusals: those of {@link #see} and {@link YearGuard#refusals}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    YearGuard hold(UUID id, @Nullable String ifMatch, YearGuard.Act act, Caller caller) {
        var seen = see(id, caller).row();
        var closing = act == YearGuard.Act.CORRECT ? closings.hold(seen.closingId()) : closings.share(seen.closingId());
        var held = laid(rows.hold(id).orElseThrow(), closing.orElseThrow(), caller);
        Refused.ifAny(held.authority());
        Etags.require(ifMatch, held.row().rowVersion());
        Refused.ifAny(held.state(act));
        return held;
    }

    /** The same caller's view of a classification that was just changed. */
    YearGuard again(UUID id, Caller caller) {
        var row = rows.find(id).orElseThrow();
        return laid(row, closings.find(row.closingId()).orElseThrow(), caller);
    }

    private YearGuard laid(Classification row, YearClosing closing, Caller caller) {
        return new YearGuard(row, closing, catalogue.annual(row.ruleSetId()), relations.of(caller, row));
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    YearClosing closing(UUID id, Caller caller) {
        relations.requireScope(caller);
        var closing = closings.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        relations.requireClosing(closing, caller);
        return closing;
    }

    YearClosingGuard guard(YearClosing closing) {
        var progress = rows.progress(closing.id());
        var ruleSets = progress.stream()
                .map(Progress::ruleSetId)
                .distinct()
                .collect(Collectors.toMap(id -> id, catalogue::annual));
        return new YearClosingGuard(closing, progress, ruleSets);
    }

    /**
     * The closing that somebody wants to publish; until the end of the transaction nobody else decides, publishes or corrects in it.
     *
     * <p>Refusals: those of {@link #closing} and {@link YearClosingGuard#publish}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    YearClosingGuard holdClosing(UUID id, @Nullable String ifMatch, Caller caller) {
        closing(id, caller);
        var closing = closings.hold(id).orElseThrow();
        Etags.require(ifMatch, closing.rowVersion());
        var guard = guard(closing);
        Refused.ifAny(guard.publish(caller));
        return guard;
    }
}
