package clarion.pxgrid.stream;

import clarion.pxgrid.stomp.StompException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket under a {@link PubSubStream}: octets in and out, one after the other, and reading that can be paused.
 *
 * <p>The JDK's client answers pings by itself, but only while it may read; a pause must therefore be short against the
 * server's patience.
 */
final class Socket implements WebSocket.Listener {

    /** What the owner is told; never by two threads at a time. */
    interface Owner {

        /** Something came, be it a pong. */
        void alive();

        void octets(ByteBuffer octets) throws StompException;

        /** The connection is gone: by a close frame with a status, or by an error. */
        void gone(int status, String reason, @Nullable Throwable cause);

        /** False to read no further until {@link Socket#resume}. */
        boolean wantsMore();
    }

    private final Owner owner;
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket webSocket;
    private boolean paused;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    Socket(Owner owner) {
        this.owner = owner;
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            webSocket = opened;
        }
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        take(data);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        int whole = text.length();
        if (!last && whole > 0 && Character.isHighSurrogate(text.charAt(whole - 1))) {
            whole--; // the other half is in the next part
        }
        ByteBuffer octets = StandardCharsets.UTF_8.encode(text.substring(0, whole));
        text.delete(0, whole);
        take(octets);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer data) {
        owner.alive();
        askForMore();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
        owner.alive();
        askForMore();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        owner.gone(status, reason, null);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        owner.gone(1006, "", error);
    }

    private void take(ByteBuffer octets) {
        owner.alive();
        try {
            owner.octets(octets);
        } catch (StompException | RuntimeException e) {
            owner.gone(1006, "", e);
            return;
        }
        askForMore();
    }

    private synchronized void askForMore() {
        if (owner.wantsMore()) {
            request();
        } else {
            paused = true;
        }
    }

    /** Reads on after a pause; harmless without one. */
    synchronized void resume() {
        if (paused) {
            paused = false;
            request();
        }
    }

    synchronized boolean isPaused() {
        return paused;
    }

    private void request() {
        if (webSocket != null) {
            webSocket.request(1);
        }
    }

    /** Sends a binary message after all earlier ones. */
    synchronized CompletableFuture<?> send(byte[] octets) {
        WebSocket socket = webSocket;
        if (socket == null || socket.isOutputClosed()) {
            return CompletableFuture.failedFuture(new IllegalStateException("not connected"));
        }
        sending = sending.handle((done, failed) -> done)
                .thenCompose(done -> socket.sendBinary(ByteBuffer.wrap(octets), true));
        return sending;
    }

    synchronized void ping() {
        WebSocket socket = webSocket;
        if (socket != null && !socket.isOutputClosed()) {
            // a ping that is still on its way makes this one fail, which says nothing that silence does not say
            var unused = socket.sendPing(ByteBuffer.allocate(0));
        }
    }

    /** Sends a close frame after all that is being sent. */
    synchronized void close(int status) {
        WebSocket socket = webSocket;
        if (socket != null && !socket.isOutputClosed()) {
            var unused = sending.handle((done, failed) -> done).thenCompose(done -> socket.sendClose(status, ""));
        }
    }

    /** Cuts the connection without another word. */
    synchronized void abort() {
        if (webSocket != null) {
            webSocket.abort();
        }
    }
}
