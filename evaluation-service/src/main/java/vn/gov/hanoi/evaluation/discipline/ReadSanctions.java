package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.discipline.SanctionApi.SanctionsView;
import vn.gov.hanoi.evaluation.officer.OfficerVisibilityQueries;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Reads the sanctions of an officer as they stand on a day. */
@ApplicationScoped
class ReadSanctions {
    private static final Set<String> READERS =
            Set.of(DisciplineRoles.OFFICER, DisciplineRoles.AUTHORITY, DisciplineRoles.READER);

    private final DisciplineDecisionRepository decisions;
    private final DisciplineQueries queries;
    private final OfficerVisibilityQueries visibility;
    private final AuthorityQueries authority;
    private final DisciplineDesk desk;

    ReadSanctions(
            DisciplineDecisionRepository decisions,
            DisciplineQueries queries,
            OfficerVisibilityQueries visibility,
            AuthorityQueries authority,
            DisciplineDesk desk) {
        this.decisions = decisions;
        this.queries = queries;
        this.visibility = visibility;
        this.authority = authority;
        this.desk = desk;
    }

    /**
     * Refusals: scope.unit-unknown; resource.not-found for an unknown officer and for one who is not the caller's to know, with or without
     * sanctions.
     *
     * @param asOf null for today
     */
    @Transactional
    SanctionsView read(UUID officerId, @Nullable LocalDate asOf, Caller caller) {
        boolean inScope = visibility.isVisible(caller, officerId);
        boolean reads = inScope && caller.roles().stream().anyMatch(READERS::contains);
        if (!reads && authority.officer(caller).filter(officerId::equals).isEmpty()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var day = asOf == null ? desk.today() : asOf;
        return new SanctionsView(
                queries.officer(officerId).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)),
                day,
                decisions.ofOfficer(officerId).stream()
                        .map(each -> DisciplineViews.sanction(each, day))
                        .toList());
    }
}
