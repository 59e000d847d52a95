package vn.gov.hanoi.evaluation.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter that a lawyer has to look at before its rule set becomes official.
 *
 * @param pointer RFC 6901 pointer to the parameter in the document
 */
public record OpenPoint(String pointer, Source source) {
    /** All of a checked document, in its order. */
    static List<OpenPoint> of(JsonNode document) {
        var found = new ArrayList<OpenPoint>();
        collect(document, "", found);
        return List.copyOf(found);
    }

    private static void collect(JsonNode node, String pointer, List<OpenPoint> found) {
        var source = node.path("source");
        if (source.path("legalCheck").asBoolean()) {
            found.add(new OpenPoint(pointer, PlainYaml.convert(source, Source.class)));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, found);
        }
        node.properties().forEach(member -> collect(member.getValue(), pointer + "/" + member.getKey(), found));
    }
}
