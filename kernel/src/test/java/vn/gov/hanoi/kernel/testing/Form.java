package vn.gov.hanoi.kernel.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.specification.MultiPartSpecification;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of a call that sends files and fields. */
final class Form {
    /** What stands between quotation marks as it is. */
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]*");

    private final String boundary = "form-" + UUID.randomUUID();
    private final List<Part> parts = new ArrayList<>();

    /** A field without a file name, or a file. */
    private record Part(String name, @Nullable String fileName, byte[] content, String type) {
        boolean isPlain() {
            return Stream.of(name, fileName == null ? "" : fileName, type)
                    .allMatch(each -> PLAIN.matcher(each).matches());
        }

        void writeTo(ByteArrayOutputStream form, String boundary) {
            var file = fileName == null ? "" : "; filename=\"" + fileName + "\"";
            var head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: %s\r\n\r\n"
                    .formatted(boundary, name, file, type);
            form.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
            form.writeBytes(content);
            form.writeBytes(new byte[] {'\r', '\n'});
        }
    }

    /**
     * Adds a part that has a type.
     *
     * @param values of a call of {@code multiPart} in the language of REST-assured
     * @return false for what only REST-assured can say
     */
    boolean add(Object[] values) throws JsonProcessingException {
        if (values.length == 1 && values[0] instanceof MultiPartSpecification all) {
            return all.getCharset() == null
                    && all.getHeaders().isEmpty()
                    && add(all.getControlName(), all.getFileName(), all.getContent(), all.getMimeType());
        }
        if (values.length == 3 && values[2] instanceof String type) {
            return add(String.valueOf(values[0]), null, values[1], type);
        }
        return values.length == 4
                && values[3] instanceof String type
                && add(String.valueOf(values[0]), String.valueOf(values[1]), values[2], type);
    }

    private boolean add(String name, @Nullable String fileName, @Nullable Object content, @Nullable String type)
            throws JsonProcessingException {
        if (content == null || content instanceof InputStream || content instanceof File || type == null) {
            return false;
        }
        var part = new Part(name, fileName, PlainCall.bytes(content), type);
        parts.add(part);
        return part.isPlain();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        var form = new ByteArrayOutputStream();
        parts.forEach(part -> part.writeTo(form, boundary));
        form.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }
}
