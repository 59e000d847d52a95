package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitRepository;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Door for appointments that were decided elsewhere: somebody leads a unit, and if it is as head, the post of the head before ends on that
 * day. What a head has to do is read from who is head, so open work and the right to decide go over with the post.
 */
@ApplicationScoped
public class AppointLeader {
    private final OfficerRepository officers;
    private final UnitRepository units;
    private final OfficerJournal journal;
    private final DirectoryClockRepository clock;

    AppointLeader(
            OfficerRepository officers, UnitRepository units, OfficerJournal journal, DirectoryClockRepository clock) {
        this.officers = officers;
        this.units = units;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A leading post by a decision.
     *
     * @param position head or deputy head
     * @param from first day, in Hanoi
     */
    public record LeadingPost(
            UUID officerId, UUID unitId, Position position, String title, LocalDate from, String decisionNumber) {}

    /**
     * Records the post as the main one. The officer's main post and the post of the head before end on its first day.
     *
     * <p>Refusals: resource.not-found (officer), assignment.unit-unknown, assignment.unit-not-in-force, those of the texts,
     * assignment.ends-before-begin, assignment.head-exists (one that begins later), officer.birth-date-late.
     *
     * @param appointmentId for the audit
     * @return id of the post
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID appoint(LeadingPost wanted, UUID appointmentId, Caller caller) {
        var stamp = clock.take(caller);
        var before = officers.find(wanted.officerId()).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var unit = units.find(wanted.unitId())
                .orElseThrow(() -> new Refused(Refusal.of(EvaluationProblem.ASSIGNMENT_UNIT_UNKNOWN)));
        var day = wanted.from();
        var draft = PostDraft.of(wanted.position(), wanted.title(), true, day, null, wanted.decisionNumber());
        Refused.ifAny(new Faults()
                .addAll(draft.faults(""))
                .add("", OfficerDraft.birthFault(before.identity().birthDate(), day))
                .all());
        boolean asHead = wanted.position() == Position.HEAD;
        if (asHead) {
            relieve(before, unit.id(), day, appointmentId, stamp, caller);
        }
        var main = draft.post(Ids.next(), unit.id(), true, PostKind.REGULAR, before.category(day));
        var after = (asHead ? withoutActing(before, unit.id(), day) : before).assign(main);
        var recorded = after.post(main.id()).orElseThrow();
        Refused.ifAny(new Faults()
                .add("", PostGuard.unitInForce(unit, recorded.validity()))
                .all());
        if (asHead) {
            refuseLaterHead(unit.id(), recorded.validity());
        }
        journal.record(
                before,
                after,
                stamp,
                caller,
                "officer.appoint",
                unit.id(),
                Map.of(
                        "appointmentId", appointmentId,
                        "effectiveOn", day.toString(),
                        "decision", draft.decisionNumber()));
        return main.id();
    }

    /** Ends the post of the head before, unless it is the same person. */
    private void relieve(Officer next, UUID unitId, LocalDate day, UUID appointmentId, Stamp stamp, Caller caller) {
        var head = officers.headOn(unitId, day).orElse(null);
        if (head == null || head.id().equals(next.id())) {
            return;
        }
        var post = headship(head, unitId, day);
        journal.record(
                head,
                head.leave(post.id(), day),
                stamp,
                caller,
                "assignment.close",
                unitId,
                Map.of("assignmentId", post.id(), "effectiveOn", day.toString(), "appointmentId", appointmentId));
    }

    /** Who was acting head beside another main post is so no more. */
    private static Officer withoutActing(Officer officer, UUID unitId, LocalDate day) {
        return officer.on(day).stream()
                .filter(post -> isHeadship(post, unitId) && !post.main())
                .findFirst()
                .map(post -> officer.leave(post.id(), day))
                .orElse(officer);
    }

    private static Post headship(Officer officer, UUID unitId, LocalDate day) {
        return officer.on(day).stream()
                .filter(post -> isHeadship(post, unitId))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isHeadship(Post post, UUID unitId) {
        return post.position() == Position.HEAD && post.unitId().equals(unitId);
    }

    /** The clock of the directory is held, so nobody records another head between this question and the change. */
    private void refuseLaterHead(UUID unitId, Validity wanted) {
        var later = officers.heads(List.of(unitId)).getOrDefault(unitId, List.of());
        if (later.stream().anyMatch(each -> !each.from().isBefore(wanted.from()) && each.overlaps(wanted))) {
            throw new Refused(EvaluationProblem.ASSIGNMENT_HEAD_EXISTS);
        }
    }
}
