package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Lays a paper on the table for those who may know of it. */
@ApplicationScoped
class PaperDesk {
    private final ExamDesk exams;
    private final ExamRepository papers;
    private final ApplicationDesk applications;

    PaperDesk(ExamDesk exams, ExamRepository papers, ApplicationDesk applications) {
        this.exams = exams;
        this.papers = papers;
        this.applications = applications;
    }

    /** How much of a paper somebody may know. */
    enum Relation {
        /** Handles the applications of the round: everything. */
        PERSONNEL,
        /** Sits in the board in the room: persons and violations, no marks. */
        ROOM,
        /** Sits in the board for codes: numbers only. */
        CODES,
        /** Wrote it: everything, as soon as it is told. */
        OWN
    }

    /** A paper with its written round. */
    record Laid(Paper paper, ExamDesk.Laid exam, Relation relation) {}

    /** Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid see(UUID id, Caller caller) {
        return find(id, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** For commands, before a stored answer is shown; leaves nothing read. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    void require(UUID id, Caller caller) {
        see(id, caller);
        papers.unread();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Laid> find(UUID id, Caller caller) {
        return papers.paper(id).flatMap(paper -> laid(paper, exams.look(paper.examId(), caller), caller));
    }

    /** The same, held with its written round until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Laid> findHeld(UUID id, Caller caller) {
        return papers.examOf(id).map(exam -> exams.use(exam, caller)).flatMap(exam -> papers.paperForChange(id)
                .flatMap(paper -> laid(paper, exam, caller)));
    }

    /** Refusals: resource.not-found, precondition.required, precondition.failed. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid hold(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = findHeld(id, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, laid.paper().version());
        return laid;
    }

    private Optional<Laid> laid(Paper paper, ExamDesk.Laid exam, Caller caller) {
        return relation(paper, exam.place(), caller).map(relation -> new Laid(paper, exam, relation));
    }

    private Optional<Relation> relation(Paper paper, Place place, Caller caller) {
        if (place.personnel()) {
            return Optional.of(Relation.PERSONNEL);
        }
        if (place.sits().contains(Body.SUPERVISION)) {
            return Optional.of(Relation.ROOM);
        }
        if (place.sits().contains(Body.CODING)) {
            return Optional.of(Relation.CODES);
        }
        var officer = place.officer();
        boolean own = officer != null
                && caller.roles().contains(RoundRoles.CANDIDATE)
                && applications
                        .find(paper.applicationId())
                        .filter(each -> each.officerId().equals(officer))
                        .isPresent();
        return own ? Optional.of(Relation.OWN) : Optional.empty();
    }

    /** Those of a written round that the caller may know of; none of one that does not exist. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Laid> all(UUID examId, Caller caller) {
        if (papers.findByIdOptional(examId).isEmpty()) {
            return List.of();
        }
        var exam = exams.look(examId, caller);
        return papers.papers(examId).stream()
                .flatMap(paper -> laid(paper, exam, caller).stream())
                .toList();
    }
}
