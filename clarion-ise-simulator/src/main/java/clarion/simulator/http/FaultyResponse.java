package clarion.simulator.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A response that ends too early, or does not say what it is. */
public final class FaultyResponse extends Response.Wrapper {

    private final boolean cut;
    private final boolean untyped;
    private long left;
    private boolean ended;

    /**
     * @param octets of the content that get out
     * @param cut whether the connection ends there, rather than the answer
     * @param untyped whether Content-Type is left out
     */
    public FaultyResponse(Response response, long octets, boolean cut, boolean untyped) {
        super(response.getRequest(), response);
        this.left = octets;
        this.cut = cut;
        this.untyped = untyped;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (untyped) {
            getHeaders().remove(HttpHeader.CONTENT_TYPE);
        }
        if (ended && cut) {
            callback.failed(new EofException("the simulator cut this answer"));
            return;
        } else if (ended) {
            callback.succeeded(); // as far as the client can tell, that was all
            return;
        }
        int size = content == null ? 0 : content.remaining();
        if (size <= left) {
            left -= size;
            super.write(last, content, callback);
            return;
        }
        ended = true;
        content.limit(content.position() + (int) left);
        if (cut) {
            getHeaders().remove(HttpHeader.CONTENT_LENGTH);
            super.write(false, content, Callback.from(() -> end(callback), callback::failed));
        } else {
            super.write(true, content, callback);
        }
    }

    private void end(Callback callback) {
        getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException("the simulator cut this answer"));
    }
}
