package vn.gov.hanoi.evaluation.register;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Answers to those who may have the record already. */
final class Fresh {
    private Fresh() {}

    /** The body, or 304 for a caller who has this version of it. */
    static Response answer(Object body, String type, String etag, @Nullable String ifNoneMatch) {
        var answer = etag.equals(ifNoneMatch) ? Response.notModified() : Response.ok(body, type);
        return answer.header("ETag", etag)
                .header("Cache-Control", "private, max-age=60")
                .build();
    }
}
