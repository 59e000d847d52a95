package vn.gov.hanoi.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/**
 * What came of asking for one part.
 *
 * @param part which
 * @param state DATA, or why there are none
 * @param code problem code of the service, or of the gateway if the service said nothing; empty with data
 * @param data what the service answered; JSON null without data
 */
record PartAnswer(DossierPart part, State state, String code, JsonNode data) {
    enum State {
        DATA,
        FORBIDDEN,
        NOT_FOUND,
        UNAVAILABLE
    }

    static PartAnswer unavailable(DossierPart part, String code) {
        return new PartAnswer(part, State.UNAVAILABLE, code, NullNode.getInstance());
    }

    /** Whether the service holds more than it put on the page. */
    boolean isCut() {
        return data.at("/page/next").isTextual();
    }
}
