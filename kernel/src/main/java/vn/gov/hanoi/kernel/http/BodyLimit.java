package vn.gov.hanoi.kernel.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Cuts JSON bodies at their limit (1 MiB by default), whether or not their length was declared. Files have the server's own limit. */
@Provider
public class BodyLimit implements ReaderInterceptor {
    private static final String FILES = MediaType.MULTIPART_FORM_DATA_TYPE.getType();

    private final int limit;

    BodyLimit(@ConfigProperty(name = "congvu.http.json-body-limit", defaultValue = "1048576") int limit) {
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var type = context.getMediaType();
        // By name and not by compatibility: a wildcard or a missing type must not lift the limit.
        if (type == null || !type.getType().equalsIgnoreCase(FILES)) {
            context.setInputStream(new Counting(context.getInputStream(), limit));
        }
        return context.proceed();
    }

    private static final class Counting extends FilterInputStream {
        private final int limit;
        private int read;

        Counting(InputStream in, int limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return one < 0 ? one : count(1, one);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            return some < 0 ? some : count(some, some);
        }

        private int count(int more, int result) {
            read += more;
            if (read > limit) {
                throw new Refused(Refusal.of(KernelProblem.TOO_LARGE, "limitBytes", limit));
            }
            return result;
        }
    }
}
