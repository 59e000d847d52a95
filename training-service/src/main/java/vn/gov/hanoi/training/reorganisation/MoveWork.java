package vn.gov.hanoi.training.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.course.MoveClass;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.ledger.Ledger;

/** Lets the open work of a plan follow its money; inside the transaction of the decision. */
@ApplicationScoped
class MoveWork {
    private final MoveClass moveClass;
    private final Ledger ledger;
    private final Directory directory;

    MoveWork(MoveClass moveClass, Ledger ledger, Directory directory) {
        this.moveClass = moveClass;
        this.ledger = ledger;
        this.directory = directory;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void hold(Moves moves) {
        moveClass.hold(moves.classes().stream().map(Moves.MovedClass::id).toList());
    }

    /** Gives back what expired, so that it is free. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(Moves moves, Caller caller) {
        moves.expired().forEach(commitment -> ledger.release(commitment, "Hết hạn cam kết", caller));
    }

    /** Classes go on with their new commitments, lines and units; who comes after an invited unit is invited. */
    @Transactional(Transactional.TxType.MANDATORY)
    void move(MoveCase matter, Moves done, Caller caller) {
        var day = matter.summary().reorganisation().effectiveOn();
        moveClass.goOn(done.commitments().stream()
                .collect(Collectors.toMap(
                        Moves.Commitment::id, each -> Objects.requireNonNull(each.nextId()), (one, _) -> one)));
        if (matter.draft().kind() == MoveDraft.Kind.FOLLOW) {
            invite(matter);
        }
        Map<UUID, UUID> lines = done.quotas().stream()
                .filter(quota -> quota.openedClasses() > 0)
                .collect(Collectors.toMap(
                        Moves.Quota::lineId, quota -> Objects.requireNonNull(quota.nextLineId()), (one, _) -> one));
        for (var each : done.classes()) {
            @Nullable UUID line = each.lineId() == null ? null : lines.get(each.lineId());
            moveClass.move(each.id(), unit(each.to(), day), line, caller);
        }
    }

    private void invite(MoveCase matter) {
        var heirs = matter.heirs().ofEnding();
        for (var unit : heirs.units()) {
            var estate = Objects.requireNonNull(heirs.estate(unit));
            var takers = estate.shares().stream().map(Heirs.Share::to).toList();
            moveClass.invite(matter.draft().planId(), unit, takers);
        }
    }

    private @Nullable KnownUnit unit(@Nullable UUID id, LocalDate day) {
        return id == null ? null : directory.known(id, day, "/decision");
    }
}
