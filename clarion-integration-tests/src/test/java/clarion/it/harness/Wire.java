package clarion.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP connection's way through a network that can be cut. A cut swallows what is sent and tells nobody, as a firewall
 * that lost its state or a pulled cable does; when it is mended, what was swallowed is lost, so old connections end.
 */
public final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** @param target port on 127.0.0.1 that it leads to */
    public Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept, "wire-entrance");
    }

    /** Where it begins, on 127.0.0.1. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** From now on nothing gets through. */
    public void cut() {
        cut = true;
    }

    /** New connections get through; those that were cut end. */
    public void mend() {
        sockets.forEach(Wire::end);
        sockets.clear();
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                sockets.add(near);
                if (!cut) { // else the handshake is the kernel's, and nothing more comes
                    lead(near);
                }
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void lead(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(far);
            run(() -> pump(near, far), "wire-there");
            run(() -> pump(far, near), "wire-back");
        } catch (IOException e) {
            end(near); // the target is away
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!cut) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // one side is gone; so is the other, below
        }
        if (!cut) {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(Wire::end);
    }
}
