package clarion.pxgrid.tls;

import clarion.simulator.pki.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Listens on the loopback and shows a certificate; nothing is served. */
public final class TlsListener implements AutoCloseable {

    private final ServerSocket socket;

    private interface Answer {
        void to(Socket caller) throws Exception;
    }

    private TlsListener(Answer answer) throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(
                () -> {
                    while (!socket.isClosed()) {
                        try (Socket caller = socket.accept()) {
                            caller.setSoTimeout(2000);
                            answer.to(caller);
                        } catch (Exception e) {
                            // the caller has seen what it was to see
                        }
                    }
                },
                "tls-listener");
        thread.setDaemon(true);
        thread.start();
    }

    /** With TLS as the JDK speaks it. */
    public static TlsListener showing(Identity identity) throws Exception {
        char[] password = "test".toCharArray();
        KeyStore store = identity.keyStore("server", password);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new TlsListener(caller -> {
            try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(caller, null, true)) {
                tls.startHandshake();
            }
        });
    }

    /** With TLS 1.1 only: a newer hello is answered by an alert, an older one by hello and certificate. */
    public static TlsListener oldFashioned(X509Certificate certificate) throws Exception {
        byte[] der = certificate.getEncoded();
        byte[] hello = new byte[42];
        hello[0] = 2;
        hello[3] = 38;
        hello[4] = 3;
        hello[5] = 2;
        hello[40] = 0x2f;
        byte[] shown = new byte[10 + der.length];
        shown[0] = 11;
        size(shown, 1, der.length + 6);
        size(shown, 4, der.length + 3);
        size(shown, 7, der.length);
        System.arraycopy(der, 0, shown, 10, der.length);
        return new TlsListener(caller -> {
            byte[] head = caller.getInputStream().readNBytes(11);
            boolean tooNew = head[9] == 3 && head[10] > 2;
            caller.getInputStream().readNBytes(((head[3] & 0xff) << 8 | head[4] & 0xff) - 6);
            if (tooNew) {
                caller.getOutputStream().write(new byte[] {21, 3, 2, 0, 2, 2, 70});
            } else {
                caller.getOutputStream().write(record(hello));
                caller.getOutputStream().write(record(shown));
            }
            caller.shutdownOutput();
        });
    }

    private static byte[] record(byte[] message) {
        byte[] all = new byte[5 + message.length];
        all[0] = 22;
        all[1] = 3;
        all[2] = 2;
        all[3] = (byte) (message.length >> 8);
        all[4] = (byte) message.length;
        System.arraycopy(message, 0, all, 5, message.length);
        return all;
    }

    private static void size(byte[] target, int at, int size) {
        target[at] = (byte) (size >> 16);
        target[at + 1] = (byte) (size >> 8);
        target[at + 2] = (byte) size;
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
