package vn.gov.hanoi.selection.council;

import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries.Terms;
import vn.gov.hanoi.selection.round.RoundRoles;

/**
 * Who looks, as statements need it.
 *
 * @param officer an id that nobody has if the caller is no officer
 * @param scope an id that no unit has if the token names none
 */
record PanelViewer(
        UUID officer,
        UUID scope,
        boolean reader,
        boolean approver,
        boolean personnel,
        boolean inspector,
        boolean panel,
        boolean candidate) {
    private static final UUID NOBODY = new UUID(0, 0);

    /** Whether the viewer's part of the organisation holds the round r. */
    static final String WITHIN = "r.unit_id in (select id from units_within(:scope))";

    /** Whether the viewer stands or stood for a post of the round r. */
    static final String STANDS =
            "exists (select 1 from applications own where own.round_id = r.id and own.officer_id = :me)";

    /** The results of the round r are told. */
    static final String TOLD = "r.state in ('RESULT_PUBLISHED', 'CLOSED')";

    static PanelViewer of(Caller caller, OfficerQueries officers, Scopes scopes) {
        var scope = scopes.find(caller);
        var roles = caller.roles();
        return new PanelViewer(
                officers.officer(caller).orElse(NOBODY),
                scope.map(each -> each.rootUnitId()).orElse(NOBODY),
                roles.contains(RoundRoles.READER),
                roles.contains(RoundRoles.APPROVER),
                roles.contains(RoundRoles.PERSONNEL),
                roles.contains(RoundRoles.INSPECTOR),
                roles.contains(RoundRoles.PANEL),
                roles.contains(RoundRoles.CANDIDATE));
    }

    /** The values that conditions about a viewer name; only those that stand in them are bound. */
    Terms bound(String visible) {
        var terms = new Terms().add(visible, "me", officer).with("scope", scope);
        bind(terms, visible, "reader", reader);
        bind(terms, visible, "approver", approver);
        bind(terms, visible, "personnel", personnel);
        bind(terms, visible, "inspector", inspector);
        bind(terms, visible, "panel", panel);
        bind(terms, visible, "candidate", candidate);
        return terms;
    }

    private static void bind(Terms terms, String visible, String name, boolean value) {
        if (visible.contains(":" + name)) {
            terms.with(name, value);
        }
    }
}
