package vn.gov.hanoi.kernel.directorycopy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.inbox.InboundEvent;

/** An event about a unit with its states, codes and lineage, put together step by step; the last state and code stand on top. */
final class ToldUnit {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID id;
    private final ObjectNode data = JSON.createObjectNode();
    private final ArrayNode states = data.putArray("states");
    private final ArrayNode codes = data.putArray("codes");
    private final ArrayNode predecessors = data.putArray("predecessors");
    private final ArrayNode successors = data.putArray("successors");

    ToldUnit(UUID id) {
        this.id = id;
    }

    ToldUnit state(String name, @Nullable UUID parent, LocalDate from, @Nullable LocalDate to) {
        var state = states.addObject();
        for (var each : new ObjectNode[] {state, data}) {
            each.put("name", name).put("type", "DIVISION").put("parentId", parent == null ? null : parent.toString());
            each.put("validTo", to == null ? null : to.toString());
        }
        state.put("validFrom", from.toString());
        data.put("validFrom", states.get(0).path("validFrom").asText());
        return this;
    }

    ToldUnit code(String scheme, String code, LocalDate from, @Nullable LocalDate to) {
        codes.addObject()
                .put("scheme", scheme)
                .put("code", code)
                .put("validFrom", from.toString())
                .put("validTo", to == null ? null : to.toString());
        data.put("code", code);
        return this;
    }

    ToldUnit successor(UUID unit, String share, LocalDate day) {
        succession(successors, unit, share, day);
        return this;
    }

    ToldUnit predecessor(UUID unit, String share, LocalDate day) {
        succession(predecessors, unit, share, day);
        return this;
    }

    InboundEvent event(long sequence) {
        if (!data.has("code")) {
            code(
                    "ELECTRONIC",
                    "H26." + id,
                    LocalDate.parse(data.path("validFrom").asText()),
                    null);
        }
        return new InboundEvent("/evaluation/v1", UUID.randomUUID(), "unit", id, sequence, null, data);
    }

    private static void succession(ArrayNode lineage, UUID unit, String share, LocalDate day) {
        lineage.addObject()
                .put("unitId", unit.toString())
                .put("share", new java.math.BigDecimal(share))
                .put("effectiveOn", day.toString())
                .put("decisionNumber", "1656/NQ-MẪU");
    }
}
