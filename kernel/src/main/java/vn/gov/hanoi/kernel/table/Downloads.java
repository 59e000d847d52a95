package vn.gov.hanoi.kernel.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers that are files. */
public final class Downloads {
    private Downloads() {}

    /** @param name of the file without its end; never a part of a person's data */
    public static Response of(TableFormat format, String name, StreamingOutput content) {
        return Response.ok(content)
                .type(format == TableFormat.XLSX ? format.mediaType() : format.mediaType() + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, format.extension()))
                .build();
    }
}
