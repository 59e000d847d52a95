package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.council.Panels;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Finds what somebody has to do with a written round: by membership, by assignment, or by role and unit. */
@ApplicationScoped
class Places {
    private final Panels panels;
    private final OfficerQueries officers;
    private final ApplicationDesk applications;
    private final Scopes scopes;

    Places(Panels panels, OfficerQueries officers, ApplicationDesk applications, Scopes scopes) {
        this.panels = panels;
        this.officers = officers;
        this.applications = applications;
        this.scopes = scopes;
    }

    /** @param published whether the marks are told; before it there is nothing to inspect */
    Place of(Round round, boolean published, Caller caller) {
        var officer = officers.officer(caller).orElse(null);
        boolean candidate = applications.isCandidate(round, caller);
        var sits = EnumSet.noneOf(Body.class);
        var heads = EnumSet.noneOf(Body.class);
        if (officer != null && !candidate && caller.roles().contains(RoundRoles.PANEL)) {
            for (var body : Body.values()) {
                if (panels.sits(round.id(), body, officer)) {
                    sits.add(body);
                }
                if (panels.head(round.id(), body).filter(officer::equals).isPresent()) {
                    heads.add(body);
                }
            }
        }
        boolean within = scopes.find(caller)
                .filter(scope -> scopes.contains(scope, round.unitId()))
                .isPresent();
        return new Place(
                officer,
                caller.subject(),
                sits,
                heads,
                personnel(round, officer, caller),
                within && has(caller, RoundRoles.APPROVER),
                within && published && has(caller, RoundRoles.INSPECTOR),
                candidate);
    }

    private boolean personnel(Round round, @Nullable UUID officer, Caller caller) {
        return officer != null && applications.isPersonnel(round, officer, caller);
    }

    private static boolean has(Caller caller, String role) {
        return caller.roles().contains(role);
    }

    /** Whether the officer still sits where this marking is done. */
    boolean marks(UUID roundId, Phase phase, UUID officer) {
        return panels.sits(roundId, phase.body(), officer);
    }
}
