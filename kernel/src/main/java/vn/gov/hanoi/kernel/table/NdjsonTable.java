package vn.gov.hanoi.kernel.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object a line. No spreadsheet opens it, so nothing is made neutral. */
public final class NdjsonTable implements Table {
    private static final JsonFactory JSON = new JsonFactory();

    private final Writer text;
    private final List<String> header;

    public NdjsonTable(OutputStream file, List<String> header) {
        this.text = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        this.header = List.copyOf(header);
    }

    /** @param cells not more than the header has */
    @Override
    public void row(List<? extends @Nullable String> cells) throws IOException {
        line(object(header, cells));
    }

    /** A line that was an object already, with further properties behind its own. */
    public void extended(String object, List<String> names, List<? extends @Nullable String> values)
            throws IOException {
        var given = object.strip();
        var own = given.substring(0, given.length() - 1).stripTrailing();
        line(own + (own.length() > 1 ? "," : "") + object(names, values).substring(1));
    }

    private void line(String object) throws IOException {
        text.write(object);
        text.write('\n');
    }

    private static String object(List<String> names, List<? extends @Nullable String> values) throws IOException {
        var line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (int i = 0; i < values.size(); i++) {
                var value = values.get(i);
                json.writeStringField(names.get(i), value == null || value.isEmpty() ? null : value);
            }
            json.writeEndObject();
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        text.flush();
    }
}
