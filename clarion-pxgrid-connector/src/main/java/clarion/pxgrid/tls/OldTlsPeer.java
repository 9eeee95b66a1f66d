package clarion.pxgrid.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Looks at the certificate of a peer that speaks TLS 1.1 or older (RFC 4346), which the JDK refuses to talk to at all.
 * Up to TLS 1.2 certificates go over the wire in clear: a hello is said, the certificate is read, the line is cut.
 */
final class OldTlsPeer {

    private static final int HANDSHAKE = 22;
    private static final int CERTIFICATE = 11;
    private static final int MAX_ANSWER = 256 * 1024;

    private static final byte[] TLS_1_1 = {3, 2};
    private static final byte[] CIPHERS = HexFormat.of().parseHex("c009c00ac013c014002f0035000a00ff");
    private static final byte[] CURVES = HexFormat.of().parseHex("000a00080006001700180019000b00020100");

    private OldTlsPeer() {}

    /** The chain, leaf first; empty if the peer shows none in time. */
    static List<X509Certificate> certificatesOf(URI peer, Duration timeout) {
        int port = peer.getPort() < 0 ? 443 : peer.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(peer.getHost(), port), (int) timeout.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            socket.getOutputStream().write(hello(peer.getHost()));
            socket.getOutputStream().flush();
            return read(new DataInputStream(socket.getInputStream()));
        } catch (IOException | CertificateException e) {
            return List.of();
        }
    }

    private static byte[] hello(String host) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        boolean named = host.chars().anyMatch(Character::isLetter) && host.indexOf(':') < 0;
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        byte[] serverName =
                named ? join(new byte[] {0, 0}, sized(2, sized(2, join(new byte[] {0}, sized(2, name))))) : new byte[0];
        byte[] body = join(
                TLS_1_1,
                random,
                new byte[] {0},
                sized(2, CIPHERS),
                new byte[] {1, 0},
                sized(2, join(serverName, CURVES)));
        return join(new byte[] {HANDSHAKE}, TLS_1_1, sized(2, join(new byte[] {1}, sized(3, body))));
    }

    private static List<X509Certificate> read(DataInputStream in) throws IOException, CertificateException {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        while (messages.size() < MAX_ANSWER) {
            if (in.readUnsignedByte() != HANDSHAKE) {
                return List.of(); // an alert
            }
            in.readUnsignedShort();
            messages.writeBytes(in.readNBytes(in.readUnsignedShort()));
            byte[] all = messages.toByteArray();
            int at = 0;
            while (at + 4 <= all.length) {
                int length = number(all, at + 1);
                if (at + 4 + length > all.length) {
                    break; // the rest is in the next record
                }
                if (all[at] == CERTIFICATE) {
                    return certificates(all, at + 7, at + 4 + length);
                }
                at += 4 + length;
            }
        }
        return List.of();
    }

    private static List<X509Certificate> certificates(byte[] all, int from, int to) throws CertificateException {
        List<X509Certificate> chain = new ArrayList<>();
        for (int at = from; at + 3 <= to; at += 3 + number(all, at)) {
            chain.add((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(all, at + 3, Math.min(number(all, at), to - at - 3))));
        }
        return chain;
    }

    private static int number(byte[] all, int at) {
        return (all[at] & 0xff) << 16 | (all[at + 1] & 0xff) << 8 | all[at + 2] & 0xff;
    }

    /** The content with its length before it. */
    private static byte[] sized(int octets, byte[] content) {
        byte[] length = new byte[octets];
        for (int i = 0; i < octets; i++) {
            length[i] = (byte) (content.length >> 8 * (octets - 1 - i));
        }
        return join(length, content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
