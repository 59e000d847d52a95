package vn.gov.hanoi.selection.council;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.ruleset.PanelRules;

/**
 * Whether these people may be the council or the board: number and capacities, who chairs and who keeps the minutes, and who acts elsewhere.
 * Law: 2424/BNV-CCVC of 09/05/2017; the numbers are parameters of the round.
 */
record Composition(PanelRules rules, Body body, Known known) {
    /** Stands in the rules for the personnel officers of the round. */
    static final String PERSONNEL = "PERSONNEL";

    /**
     * What is known of the round and of the wanted people.
     *
     * @param officers those whom the directory has told
     * @param standing those who stand for a post of the round
     * @param personnel personnel officers of the round
     * @param ofAuthority those whose main post is in the unit of the round or above it
     * @param sanctioned those to whom something is forbidden today by a sanction, or whose case is considered
     * @param elsewhere other bodies of the round in which people sit or sat
     */
    record Known(
            Set<UUID> officers,
            Set<UUID> standing,
            Set<UUID> personnel,
            Set<UUID> ofAuthority,
            Set<UUID> sanctioned,
            Map<UUID, Set<Body>> elsewhere) {
        Known {
            officers = Set.copyOf(officers);
            standing = Set.copyOf(standing);
            personnel = Set.copyOf(personnel);
            ofAuthority = Set.copyOf(ofAuthority);
            sanctioned = Set.copyOf(sanctioned);
            elsewhere = Map.copyOf(elsewhere);
        }
    }

    /** Somebody and a seat. */
    record Wanted(UUID officerId, Capacity capacity) {}

    /** All that speaks against these people together. Refusals: selection.panel-size, selection.panel-capacity, and those of each. */
    List<Refusal> refusals(List<Wanted> wanted) {
        var found = new ArrayList<Refusal>();
        size(wanted.size(), found);
        capacity(wanted, Capacity.HEAD, 1, found);
        capacity(wanted, Capacity.SECRETARY, body == Body.COUNCIL ? 1 : 0, found);
        var before = new HashSet<UUID>();
        for (int i = 0; i < wanted.size(); i++) {
            var each = wanted.get(i);
            var place = "/members/" + i;
            if (!before.add(each.officerId())) {
                found.add(Refusal.of(SelectionProblem.MEMBER_TWICE, "officerId", each.officerId())
                        .at(place));
            }
            found.addAll(refusals(each, place));
        }
        return found;
    }

    /**
     * What speaks against somebody in a seat. Refusals: selection.officer-unknown, selection.member-stands, selection.member-sanctioned,
     * selection.chair-not-of-authority, selection.secretary-not-personnel, selection.member-incompatible.
     */
    List<Refusal> refusals(Wanted wanted, String place) {
        var officer = wanted.officerId();
        var found = new ArrayList<Refusal>();
        addIf(!known.officers().contains(officer), SelectionProblem.OFFICER_UNKNOWN, officer, place, found);
        addIf(known.standing().contains(officer), SelectionProblem.MEMBER_STANDS, officer, place, found);
        addIf(known.sanctioned().contains(officer), SelectionProblem.MEMBER_SANCTIONED, officer, place, found);
        if (body == Body.COUNCIL) {
            addIf(
                    wanted.capacity() == Capacity.HEAD
                            && rules.chairFromUnitOrAbove()
                            && !known.ofAuthority().contains(officer),
                    SelectionProblem.CHAIR_NOT_OF_AUTHORITY,
                    officer,
                    place,
                    found);
            addIf(
                    wanted.capacity() == Capacity.SECRETARY
                            && rules.secretaryFromPersonnel()
                            && !known.personnel().contains(officer),
                    SelectionProblem.SECRETARY_NOT_PERSONNEL,
                    officer,
                    place,
                    found);
        }
        var excluded = excluded(officer);
        if (excluded != null) {
            found.add(Refusal.of(
                            SelectionProblem.MEMBER_INCOMPATIBLE,
                            "officerId",
                            officer,
                            "body",
                            body.name(),
                            "other",
                            excluded)
                    .at(place));
        }
        return found;
    }

    private void size(int given, List<Refusal> found) {
        boolean fits = body == Body.COUNCIL
                ? rules.allowsCouncilOf(given)
                : given >= rules.minimumOf(body.name()) && given <= rules.boardMaximum();
        if (!fits) {
            found.add(Refusal.of(
                            SelectionProblem.PANEL_SIZE,
                            "given",
                            given,
                            "minimum",
                            body == Body.COUNCIL ? rules.minimum() : rules.minimumOf(body.name()),
                            "maximum",
                            body == Body.COUNCIL ? rules.maximum() : rules.boardMaximum(),
                            "odd",
                            body == Body.COUNCIL && rules.odd())
                    .at("/members"));
        }
    }

    private static void capacity(List<Wanted> wanted, Capacity capacity, int needed, List<Refusal> found) {
        long given = wanted.stream().filter(each -> each.capacity() == capacity).count();
        if (given != needed) {
            found.add(Refusal.of(
                            SelectionProblem.PANEL_CAPACITY,
                            "capacity",
                            capacity.name(),
                            "given",
                            given,
                            "needed",
                            needed)
                    .at("/members"));
        }
    }

    /** A body, or PERSONNEL, in which the officer acts and that excludes this one. */
    private @Nullable String excluded(UUID officer) {
        if (known.personnel().contains(officer) && rules.excludes(PERSONNEL, body.name())) {
            return PERSONNEL;
        }
        return known.elsewhere().getOrDefault(officer, Set.of()).stream()
                .sorted()
                .map(Body::name)
                .filter(other -> rules.excludes(other, body.name()))
                .findFirst()
                .orElse(null);
    }

    private static void addIf(
            boolean wrong, SelectionProblem problem, UUID officer, String place, List<Refusal> found) {
        if (wrong) {
            found.add(Refusal.of(problem, "officerId", officer).at(place));
        }
    }
}
