package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The blocks of a PEM file (RFC 7468). Text around the blocks, Windows line ends and blocks of other kinds are legal; a
 * block that does not end is not, for the file may still be being written.
 *
 * @param file for messages
 * @param blocks in the order of the file
 */
record PemFile(Path file, List<Block> blocks) {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /** One block; encrypted if it has the headers of OpenSSL's old encryption (RFC 1421). */
    static final class Block {

        private final String label;
        private final boolean encrypted;
        private final byte[] content;

        Block(String label, boolean encrypted, byte[] content) {
            this.label = label;
            this.encrypted = encrypted;
            this.content = content;
        }

        /** What stands after BEGIN. */
        String label() {
            return label;
        }

        boolean isEncrypted() {
            return encrypted;
        }

        /** Decoded. */
        byte[] content() {
            return content;
        }
    }

    PemFile {
        blocks = List.copyOf(blocks);
    }

    static PemFile parse(Path file, byte[] octets) throws PxGridException {
        List<Block> blocks = new ArrayList<>();
        String label = null;
        boolean encrypted = false;
        StringBuilder base64 = new StringBuilder();
        for (String raw : new String(octets, StandardCharsets.ISO_8859_1).split("\\R")) {
            String line = raw.strip();
            if (line.contains(BEGIN) && line.endsWith(DASHES)) {
                int from = line.indexOf(BEGIN) + BEGIN.length();
                label = line.substring(from, Math.max(from, line.length() - DASHES.length()));
                encrypted = false;
                base64.setLength(0);
            } else if (label != null && line.startsWith(END + label)) {
                blocks.add(new Block(label, encrypted, decode(file, label, base64.toString())));
                label = null;
            } else if (label != null && line.contains(":")) {
                encrypted |= line.startsWith("Proc-Type:") && line.contains("ENCRYPTED");
            } else if (label != null) {
                base64.append(line);
            }
        }
        if (label != null) {
            throw unreadable(file, "ends in the middle of a " + label);
        }
        if (blocks.isEmpty()) {
            throw unreadable(file, octets.length == 0 ? "is empty" : "holds no PEM text");
        }
        return new PemFile(file, blocks);
    }

    private static byte[] decode(Path file, String label, String base64) throws PxGridException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, "holds a " + label + " that is not base64");
        }
    }

    /** Every certificate in the file; at least one. */
    List<X509Certificate> certificates() throws PxGridException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label().endsWith("CERTIFICATE")) {
                try {
                    certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(block.content())));
                } catch (CertificateException e) {
                    throw unreadable(
                            file, "holds a certificate that cannot be read, number " + (certificates.size() + 1));
                }
            }
        }
        if (certificates.isEmpty()) {
            throw unreadable(file, "holds no certificate");
        }
        return certificates;
    }

    static PxGridException unreadable(Path file, String why) {
        return new PxGridException(Fault.CERTIFICATE_FILE_UNREADABLE, "The file " + file + " " + why + ".");
    }
}
