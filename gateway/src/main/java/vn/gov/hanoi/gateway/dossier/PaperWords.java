package vn.gov.hanoi.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gov.hanoi.gateway.dossier.DossierPart.Column;

/** Values as people in Vietnam read them: days, amounts, numbers, codes in words. */
final class PaperWords {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);
    private static final Pattern DAY_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");

    private final Map<String, String> codes;

    PaperWords(Map<String, String> codes) {
        this.codes = Map.copyOf(codes);
    }

    String of(Column column, JsonNode row) {
        return column.at().stream()
                .map(row::at)
                .map(value -> column.money() && value.isIntegralNumber() ? money(value) : of(value))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue() ? "Có" : "Không";
            case NUMBER -> value.decimalValue().toPlainString().replace('.', ',');
            case STRING -> text(value.textValue());
            case ARRAY -> value.valueStream().map(this::of).collect(Collectors.joining("; "));
            case NULL, MISSING, OBJECT, BINARY, POJO -> "";
        };
    }

    private String text(String text) {
        try {
            if (DAY_FORM.matcher(text).matches()) {
                return LocalDate.parse(text).format(DAY);
            }
            if (MOMENT_FORM.matcher(text).matches()) {
                return Instant.parse(text).atZone(HANOI).format(MOMENT);
            }
        } catch (DateTimeParseException _) {
            return text;
        }
        return codes.getOrDefault(text, text);
    }

    /** 134.663.000 đồng. */
    private static String money(JsonNode value) {
        return THOUSANDS.matcher(value.bigIntegerValue().toString()).replaceAll(".") + " đồng";
    }
}
