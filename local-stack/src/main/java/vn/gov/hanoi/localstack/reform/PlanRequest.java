package vn.gov.hanoi.localstack.reform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The body of {@code POST /evaluation/v1/reorganisations} as it grows; what is absent in an entry is left out. */
final class PlanRequest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode request = JSON.objectNode();
    private final ArrayNode units;
    private final ArrayNode successions;
    private final ArrayNode placements;
    private final ArrayNode exceptions;
    private final ArrayNode handovers;

    PlanRequest(String title, Reform2025.Decision decision, LocalDate effectiveOn) {
        request.put("title", title)
                .putObject("decision")
                .put("number", decision.number())
                .put("signedOn", decision.signedOn())
                .put("issuer", decision.issuer());
        var content = request.put("effectiveOn", effectiveOn.toString()).putObject("content");
        units = content.putArray("units");
        successions = content.putArray("successions");
        placements = content.putArray("placements");
        exceptions = content.putArray("exceptions");
        handovers = content.putArray("handovers");
    }

    /** Where something goes: a recorded unit, or one that the plan makes. */
    sealed interface Target {
        void nameIn(ObjectNode entry);

        static Target unit(UUID id) {
            return new Recorded(id);
        }

        static Target made(String ref) {
            return new Made(ref);
        }
    }

    private record Recorded(UUID id) implements Target {
        @Override
        public void nameIn(ObjectNode entry) {
            entry.put("toUnitId", id.toString());
        }
    }

    private record Made(String ref) implements Target {
        @Override
        public void nameIn(ObjectNode entry) {
            entry.put("toRef", ref);
        }
    }

    void create(String ref, String code, String name, String type, UUID parentId) {
        units.addObject()
                .put("change", "CREATE")
                .put("ref", ref)
                .put("code", code)
                .put("name", name)
                .put("type", type)
                .put("parentId", parentId.toString());
    }

    void moveBelow(UUID unitId, Target parent) {
        var change = units.addObject().put("change", "ALTER").put("unitId", unitId.toString());
        switch (parent) {
            case Recorded(var id) -> change.put("parentId", id.toString());
            case Made(var ref) -> change.put("parentRef", ref);
        }
    }

    void dissolve(UUID unitId) {
        units.addObject().put("change", "DISSOLVE").put("unitId", unitId.toString());
    }

    void succeed(UUID from, Target to, BigDecimal share) {
        var succession = successions.addObject().put("fromUnitId", from.toString());
        to.nameIn(succession);
        succession.put("share", share);
    }

    /** All people of a unit go to one; whoever led it is staff there, unless an exception says otherwise. */
    void placeAll(UUID from, Target to) {
        to.nameIn(place(from, "MOVE"));
    }

    /** The people of a unit go to its successors by their shares. */
    void placeByShares(UUID from) {
        place(from, "SHARE");
    }

    private ObjectNode place(UUID from, String rule) {
        return placements
                .addObject()
                .put("fromUnitId", from.toString())
                .put("rule", rule)
                .put("headAs", "STAFF")
                .put("deputyAs", "STAFF")
                .put("titleAs", "Chuyên viên");
    }

    /** The holder of a post leads a unit that the plan makes. */
    void lead(UUID assignmentId, Target to, String position, String title) {
        var exception = exceptions.addObject().put("assignmentId", assignmentId.toString());
        to.nameIn(exception);
        exception.put("position", position).put("title", title).put("leader", true);
    }

    /** The open work of a dissolved unit goes on elsewhere. */
    void handOver(UUID from, Target to) {
        to.nameIn(handovers.addObject().put("fromUnitId", from.toString()));
    }

    ObjectNode json() {
        return request;
    }
}
