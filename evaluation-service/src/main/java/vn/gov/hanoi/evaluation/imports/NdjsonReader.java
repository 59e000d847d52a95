package vn.gov.hanoi.evaluation.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.table.CellMark;
import vn.gov.hanoi.kernel.table.FileRow;
import vn.gov.hanoi.kernel.table.Lines;
import vn.gov.hanoi.kernel.table.RowFault;
import vn.gov.hanoi.kernel.table.RowSource;

/** Reads one JSON object a line. Its properties are the columns of the template; one that is missing or null is an empty cell. */
final class NdjsonReader implements RowSource {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Lines lines;
    private final List<String> columns;

    NdjsonReader(Lines lines, List<String> columns) {
        this.lines = lines;
        this.columns = columns;
    }

    @Override
    public List<String> header() {
        return columns;
    }

    @Override
    public @Nullable FileRow next() throws IOException {
        var line = lines.next();
        if (line == null) {
            return null;
        }
        if (line.isBlank()) {
            return FileRow.EMPTY;
        }
        try (var json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return FileRow.faulty(line, RowFault.JSON_MALFORMED);
            }
            var row = read(json, line);
            return json.nextToken() == null ? row : FileRow.faulty(line, RowFault.JSON_MALFORMED);
        } catch (JsonProcessingException _) {
            return FileRow.faulty(line, RowFault.JSON_MALFORMED);
        }
    }

    /** The whole object is read before a property is refused, since a broken one is told first. */
    private FileRow read(JsonParser json, String line) throws IOException {
        var cells = new String[columns.size()];
        Arrays.fill(cells, "");
        var marks = new HashMap<Integer, CellMark>();
        var seen = new HashSet<Integer>();
        RowFault fault = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            int column = columns.indexOf(name);
            json.nextToken();
            if (column >= 0 && seen.add(column)) {
                cells[column] = text(json, column, marks);
            } else {
                json.skipChildren();
                if (!ImportFile.NOTES.contains(name)) {
                    fault = column >= 0 ? RowFault.PROPERTY_TWICE : RowFault.PROPERTY_UNKNOWN;
                }
            }
        }
        return fault == null ? new FileRow(List.of(cells), null, Map.copyOf(marks)) : FileRow.faulty(line, fault);
    }

    private static String text(JsonParser json, int column, Map<Integer, CellMark> marks) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> json.getText();
            case START_OBJECT, START_ARRAY -> {
                marks.put(column, CellMark.NOT_TEXT);
                yield json.readValueAsTree().toString();
            }
            default -> {
                marks.put(column, CellMark.NOT_TEXT);
                yield json.getText();
            }
        };
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
