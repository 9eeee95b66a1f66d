package clarion.pxgrid.tls;

import clarion.simulator.pki.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A directory of PEM files that changes as Kubernetes changes a mounted secret: by swapping the link {@code ..data}.
 */
public final class PemFolder {

    private final Path directory;
    private int versions;

    public PemFolder(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        for (String name : List.of("client.crt", "client.key", "ca.crt")) {
            Files.createSymbolicLink(directory.resolve(name), Path.of("..data", name));
        }
    }

    public Path path() {
        return directory;
    }

    /** Swaps in the certificate, the key of perhaps another, and the CA. */
    public PemFolder swap(Identity certificate, Identity key, X509Certificate authority) throws IOException {
        Path version = Files.createDirectory(directory.resolve("..v" + ++versions));
        Files.writeString(version.resolve("client.crt"), certificates(certificate.chain()));
        Files.writeString(
                version.resolve("client.key"), block("PRIVATE KEY", key.key().getEncoded()));
        Files.writeString(version.resolve("ca.crt"), certificates(List.of(authority)));
        Path link = directory.resolve("..data_tmp");
        Files.createSymbolicLink(link, version.getFileName());
        Files.move(link, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        return this;
    }

    /** Cuts a file of the present version in half, as a writer leaves it for a moment. */
    public void halve(String name) throws IOException {
        Path file = directory.resolve(name);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2), StandardCharsets.US_ASCII);
    }

    private static String certificates(List<X509Certificate> chain) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : chain) {
            try {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return text.toString();
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }
}
