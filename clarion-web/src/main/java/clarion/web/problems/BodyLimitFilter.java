package clarion.web.problems;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Refuses request bodies over {@value #LIMIT} bytes, whether or not the caller announced their length; files of flows
 * have a limit of their own.
 */
@Provider
@PreMatching
public class BodyLimitFilter implements ContainerRequestFilter {

    /** Bytes; every other body that Clarion reads is a small form. */
    static final int LIMIT = 1024 * 1024;

    private static final String FILES = "v1/flows/imports";

    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getUriInfo().getPath().replaceFirst("^/", "").equals(FILES)) {
            return;
        }
        if (context.getLength() > LIMIT) {
            throw tooLarge();
        }
        if (context.hasEntity()) {
            context.setEntityStream(new Bounded(context.getEntityStream(), LIMIT));
        }
    }

    private static ClarionException tooLarge() {
        return new ClarionException(
                ProblemType.PAYLOAD_TOO_LARGE,
                "The body is larger than " + LIMIT + " bytes; send less.",
                Map.of("limitBytes", LIMIT));
    }

    /** Fails at the first byte past the limit. */
    static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                consumed(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                consumed(n);
            }
            return n;
        }

        private void consumed(int n) {
            left -= n;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
