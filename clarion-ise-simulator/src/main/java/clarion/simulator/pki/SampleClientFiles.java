package clarion.simulator.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** The client's key and the CA in the forms that Cisco's Java sample (JKS) and Python sample (encrypted PEM) read. */
final class SampleClientFiles {

    private static final String KEY_STORE = "client.jks";
    private static final String TRUST_STORE = "trust.jks";
    private static final String ENCRYPTED_KEY = "client-key-encrypted.pem";

    private SampleClientFiles() {}

    /** Writes those that are missing, or all of them if {@code anew}. */
    static void write(Path directory, Identity client, X509Certificate authority, String password, boolean anew)
            throws IOException, GeneralSecurityException {
        char[] secret = password.toCharArray();
        if (anew || !Files.exists(directory.resolve(KEY_STORE))) {
            KeyStore keys = empty();
            keys.setKeyEntry(
                    Pki.CLIENT_ALIAS, client.key(), secret, client.chain().toArray(X509Certificate[]::new));
            PrivateFiles.write(directory.resolve(KEY_STORE), PrivateFiles.bytes(keys, secret));
        }
        if (!Files.exists(directory.resolve(TRUST_STORE))) {
            KeyStore trust = empty();
            trust.setCertificateEntry(Pki.CLIENT_ALIAS, authority);
            PrivateFiles.write(directory.resolve(TRUST_STORE), PrivateFiles.bytes(trust, secret));
        }
        if (anew || !Files.exists(directory.resolve(ENCRYPTED_KEY))) {
            PrivateFiles.write(
                    directory.resolve(ENCRYPTED_KEY), encrypted(client, secret).getBytes(Pem.CHARSET));
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    /** PKCS8 with PBES2 and AES-256, as OpenSSL writes it. */
    private static String encrypted(Identity client, char[] password) throws IOException {
        try {
            byte[] content = new JcaPKCS8Generator(
                            client.key(),
                            new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                    .setProvider(new BouncyCastleProvider())
                                    .setPassword(password)
                                    .build())
                    .generate()
                    .getContent();
            return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                    + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Bouncy Castle cannot encrypt with AES-256", e);
        }
    }
}
