package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.scope.Caller;

/** Who stands above a rating unit today: what its own people did is not for them to undo. */
@ApplicationScoped
class SuperiorQueries {
    private static final String DECIDE = "DECIDE";

    private static final String PARENT =
            "select u.parent_id from unit_states u where u.unit_id = ? and " + Query.held("u");

    private final DataSource database;
    private final AuthorityQueries authority;
    private final DirectoryClockRepository clock;

    SuperiorQueries(DataSource database, AuthorityQueries authority, DirectoryClockRepository clock) {
        this.database = database;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * The right to decide over a unit.
     *
     * @param officerId null if the caller is no officer of the directory
     */
    record Superior(@Nullable UUID officerId, Ruling ruling) {
        /** Whoever does only what needs nobody above. */
        static final Superior NOBODY = new Superior(null, Relation.MISSING);
    }

    /** Blocked by authority.missing, authority.own-act. Over the City itself nobody stands but its own head. */
    Superior of(UUID unitId, Caller caller) {
        var officer = caller.roles().contains(EvaluationRoles.PARTICIPANT)
                ? authority.officer(caller)
                : Optional.<UUID>empty();
        if (officer.isEmpty()) {
            return new Superior(null, Relation.MISSING);
        }
        var moment = clock.moment(null, null);
        var id = officer.get();
        var parent = parent(unitId, moment);
        if (parent.isEmpty()) {
            return new Superior(id, authority.mayActFor(id, unitId, DECIDE, moment));
        }
        return new Superior(
                id,
                authority
                        .headOf(unitId, moment)
                        .map(head -> authority.mayActOn(id, head.officerId(), parent.get(), DECIDE, moment))
                        .orElseGet(() -> authority.mayActFor(id, parent.get(), DECIDE, moment)));
    }

    private Optional<UUID> parent(UUID unitId, Moment moment) {
        try (var connection = database.getConnection();
                var statement = new Query(PARENT, List.of(unitId), moment).prepare(connection);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getObject(1, UUID.class)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the unit above cannot be read", e);
        }
    }
}
