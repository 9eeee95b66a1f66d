package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.tls.PemFile.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Reads the private key of a PEM file in any form that the JDK can open: PKCS#8 (RFC 5958) plain or encrypted by PBES2
 * with AES (RFC 8018), PKCS#1 RSA (RFC 8017), SEC 1 EC (RFC 5915). OpenSSL's old encryption, which derives its key by
 * one round of MD5, is refused with the command that converts it.
 */
final class PemKey {

    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500"); // and NULL
    private static final byte[] EC_OID = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final int PARAMETERS = 0xa0;

    /** Algorithm names of the JDK by object identifier. */
    private static final Map<String, String> ALGORITHMS = Map.of(
            "2a864886f70d010101", "RSA",
            "2a864886f70d01010a", "RSASSA-PSS",
            "2a8648ce3d0201", "EC",
            "2b6570", "Ed25519",
            "2b6571", "Ed448");

    private PemKey() {}

    /** The first private key of the file. */
    static PrivateKey of(PemFile pem, char @Nullable [] password) throws PxGridException {
        byte[] curve = null;
        for (Block block : pem.blocks()) {
            if (block.label().equals("EC PARAMETERS")) {
                curve = block.content();
            } else if (block.label().endsWith("PRIVATE KEY")) {
                return read(pem.file(), block, password, curve);
            }
        }
        throw PemFile.unreadable(pem.file(), "holds no private key");
    }

    private static PrivateKey read(Path file, Block block, char @Nullable [] password, byte @Nullable [] curve)
            throws PxGridException {
        if (block.isEncrypted()) {
            throw unsupported(file, "is encrypted in OpenSSL's old form, which is weak", null);
        }
        try {
            return switch (block.label()) {
                case "PRIVATE KEY" -> plain(block.content());
                case "ENCRYPTED PRIVATE KEY" -> encrypted(file, block.content(), password);
                case "RSA PRIVATE KEY" ->
                    plain(Der.element(
                            Der.SEQUENCE,
                            VERSION_0,
                            Der.element(Der.SEQUENCE, RSA),
                            Der.element(Der.OCTET_STRING, block.content())));
                case "EC PRIVATE KEY" -> plain(ofSec1(block.content(), curve));
                default -> throw unsupported(file, "is a " + block.label(), null);
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unsupported(file, "is of a kind that Java cannot read", e);
        }
    }

    private static PrivateKey plain(byte[] pkcs8) throws GeneralSecurityException {
        Der fields = new Der(new Der(pkcs8).next(Der.SEQUENCE));
        fields.next(Der.INTEGER);
        Der algorithm = new Der(fields.next(Der.SEQUENCE));
        String oid = HexFormat.of().formatHex(algorithm.next(Der.OBJECT_IDENTIFIER));
        String name = ALGORITHMS.get(oid);
        if (name == null) {
            throw new IllegalArgumentException("unknown algorithm");
        }
        return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] ofSec1(byte[] sec1, byte @Nullable [] curve) {
        Der fields = new Der(new Der(sec1).next(Der.SEQUENCE));
        fields.next(Der.INTEGER);
        fields.next(Der.OCTET_STRING);
        byte[] parameters = fields.hasMore() && fields.tag() == PARAMETERS ? fields.next() : curve;
        if (parameters == null) {
            throw new IllegalArgumentException("no curve");
        }
        return Der.element(
                Der.SEQUENCE,
                VERSION_0,
                Der.element(Der.SEQUENCE, EC_OID, parameters),
                Der.element(Der.OCTET_STRING, sec1));
    }

    private static PrivateKey encrypted(Path file, byte[] content, char @Nullable [] password)
            throws PxGridException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info;
        String scheme;
        AlgorithmParameters parameters;
        try {
            info = new EncryptedPrivateKeyInfo(content);
            parameters = info.getAlgParameters();
            scheme = parameters == null ? info.getAlgName() : parameters.toString(); // JDK-8308014: the name is there
        } catch (IOException | RuntimeException e) {
            throw unsupported(file, "is encrypted in a way that Java cannot read", e);
        }
        if (!scheme.startsWith("PBEWithHmacSHA") || !scheme.contains("AES")) {
            throw unsupported(file, "is not encrypted by PBES2 with AES but by " + info.getAlgName(), null);
        }
        if (password == null) {
            throw new PxGridException(
                    Fault.CLIENT_KEY_PASSWORD,
                    "The key " + file + " is encrypted, and clarion.pxgrid.key-password-file is not set.");
        }
        byte[] pkcs8;
        try {
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password)),
                    parameters);
            pkcs8 = info.getKeySpec(cipher).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new PxGridException(Fault.CLIENT_KEY_PASSWORD, "The password of the key " + file + " is wrong.", e);
        }
        return plain(pkcs8);
    }

    private static PxGridException unsupported(Path file, String why, @Nullable Throwable cause) {
        return new PxGridException(Fault.CLIENT_KEY_UNSUPPORTED, "The key " + file + " " + why + ".", cause);
    }
}
