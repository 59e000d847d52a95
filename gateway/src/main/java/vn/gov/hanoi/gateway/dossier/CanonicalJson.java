package vn.gov.hanoi.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * JSON in one form only (RFC 8785): names in order of their UTF-16 units, no blanks, escapes only where they must be.
 * Numbers with decimals become strings at the scale they were written with, as everywhere in the suite.
 */
final class CanonicalJson {
    private static final int LOWEST_PLAIN = 0x20;

    private CanonicalJson() {}

    static byte[] bytes(JsonNode json) {
        var text = new StringBuilder();
        write(json, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode json, StringBuilder text) {
        switch (json.getNodeType()) {
            case OBJECT -> writeObject(json, text);
            case ARRAY -> writeArray(json, text);
            case STRING -> writeText(json.textValue(), text);
            case NUMBER -> writeNumber(json, text);
            case BOOLEAN -> text.append(json.booleanValue());
            case NULL -> text.append("null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + json.getNodeType());
        }
    }

    private static void writeObject(JsonNode json, StringBuilder text) {
        var names = new TreeSet<String>();
        json.fieldNames().forEachRemaining(names::add);
        text.append('{');
        var comma = "";
        for (var name : names) {
            text.append(comma);
            writeText(name, text);
            text.append(':');
            write(json.get(name), text);
            comma = ",";
        }
        text.append('}');
    }

    private static void writeArray(JsonNode json, StringBuilder text) {
        text.append('[');
        var comma = "";
        for (var element : json) {
            text.append(comma);
            write(element, text);
            comma = ",";
        }
        text.append(']');
    }

    private static void writeNumber(JsonNode json, StringBuilder text) {
        if (json.isIntegralNumber()) {
            text.append(json.bigIntegerValue());
        } else {
            writeText(json.decimalValue().toPlainString(), text);
        }
    }

    private static void writeText(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> text.append(c < LOWEST_PLAIN ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }
}
