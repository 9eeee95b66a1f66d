package clarion.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A browser, as far as TLS goes: trusts one certificate and checks the name in it. */
public final class TlsClient {

    private static final String ALIAS = "browser";

    private final SSLContext context;
    private final HttpClient client;

    /** Trusts the certificate in this store. */
    public TlsClient(Path store, Path password) throws IOException, GeneralSecurityException {
        char[] secret = Files.readString(password).strip().toCharArray();
        KeyStore shown = KeyStore.getInstance(store.toFile(), secret);
        Certificate certificate = shown.getCertificate(ALIAS);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load((InputStream) null, null);
        trusted.setCertificateEntry(ALIAS, certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(context).build();
    }

    /** Makes {@code tls.p12} and {@code tls.password} in a folder: a certificate for 127.0.0.1 with its key. */
    public static Path makeServerStore(Path folder) {
        try {
            Path password = Files.writeString(folder.resolve("tls.password"), "it-Server-Kennwort-7741");
            Path store = folder.resolve("tls.p12");
            Commands.run(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-validity",
                            "30",
                            "-alias",
                            ALIAS,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass:file",
                            password.toString())
                    .expectSuccess();
            return store;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(port, path)).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(int port, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(port, path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** The protocol that is agreed on when only this one is offered. */
    public String handshake(int port, String protocol) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private static URI at(int port, String path) {
        return URI.create("https://127.0.0.1:" + port + path);
    }
}
