package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What Clarion shows to ISE.
 *
 * @param key belongs to the first certificate
 * @param chain leaf first, then its issuers as far as they are known
 */
record ClientKey(PrivateKey key, List<X509Certificate> chain) {

    ClientKey {
        chain = List.copyOf(chain);
    }

    X509Certificate leaf() {
        return chain.get(0);
    }

    /**
     * Puts a key and the certificates of a PEM file together, in whatever order these are.
     *
     * @throws PxGridException if the key belongs to none of them
     */
    static ClientKey of(PrivateKey key, List<X509Certificate> certificates, Path keyFile, Path file)
            throws PxGridException {
        for (X509Certificate certificate : certificates) {
            if (belong(key, certificate.getPublicKey())) {
                return new ClientKey(key, chainOf(certificate, certificates));
            }
        }
        throw new PxGridException(
                Fault.CLIENT_KEY_MISMATCH,
                "The key " + keyFile + " does not belong to the certificate '" + nameOf(certificates.get(0)) + "' in "
                        + file + ".");
    }

    /** Of several keys in a store, the one whose certificate a CA issued and that is valid longest. */
    static ClientKey of(KeyStore store, Path file, char[] password) throws PxGridException {
        try {
            List<String> aliases = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate) {
                    aliases.add(alias);
                }
            }
            Optional<String> best = aliases.stream()
                    .max(Comparator.comparing((String alias) -> isIssuedByCa(certificate(store, alias)))
                            .thenComparing(alias -> certificate(store, alias).getNotAfter()));
            if (best.isEmpty()) {
                throw new PxGridException(
                        Fault.KEY_STORE_EMPTY, "The key store " + file + " holds no private key with a certificate.");
            }
            Key key = store.getKey(best.get(), password);
            Certificate[] chain = store.getCertificateChain(best.get());
            ClientKey client = new ClientKey(
                    (PrivateKey) key,
                    Arrays.stream(chain).map(X509Certificate.class::cast).toList());
            if (!belong(client.key(), client.leaf().getPublicKey())) {
                throw new PxGridException(
                        Fault.CLIENT_KEY_MISMATCH,
                        "In the key store " + file + " the key does not belong to the certificate '"
                                + nameOf(client.leaf()) + "'.");
            }
            return client;
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new PxGridException(
                    Fault.KEY_STORE_PASSWORD,
                    "The private key in " + file + " cannot be opened with the store's password.",
                    e);
        }
    }

    /** Refuses a certificate that is not valid now. */
    void checkValid(String source, Clock clock) throws PxGridException {
        Instant now = clock.instant();
        if (now.isAfter(leaf().getNotAfter().toInstant())) {
            throw new PxGridException(
                    Fault.TLS_CLIENT_EXPIRED,
                    "Clarion's certificate '" + nameOf(leaf()) + "' (" + source + ") expired on "
                            + leaf().getNotAfter().toInstant() + ".");
        }
        if (now.isBefore(leaf().getNotBefore().toInstant())) {
            throw new PxGridException(
                    Fault.TLS_CLIENT_NOT_YET_VALID,
                    "Clarion's certificate '" + nameOf(leaf()) + "' (" + source + ") is not valid before "
                            + leaf().getNotBefore().toInstant() + ".");
        }
    }

    static String nameOf(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static X509Certificate certificate(KeyStore store, String alias) {
        try {
            return (X509Certificate) store.getCertificate(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e); // only before loading
        }
    }

    private static boolean isIssuedByCa(X509Certificate certificate) {
        return !certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static List<X509Certificate> chainOf(X509Certificate leaf, List<X509Certificate> certificates) {
        List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
        X509Certificate last = leaf;
        while (isIssuedByCa(last)) {
            X509Certificate child = last;
            Optional<X509Certificate> issuer = certificates.stream()
                    .filter(other -> !chain.contains(other) && isSignedBy(child, other))
                    .findFirst();
            if (issuer.isEmpty()) {
                break;
            }
            last = issuer.get();
            chain.add(last);
        }
        return chain;
    }

    private static boolean isSignedBy(X509Certificate child, X509Certificate issuer) {
        if (!child.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            child.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** True if what the one signs the other verifies. */
    private static boolean belong(PrivateKey key, PublicKey certified) {
        if (key instanceof RSAKey ours && certified instanceof RSAKey theirs) {
            return ours.getModulus().equals(theirs.getModulus());
        }
        boolean curve = key.getAlgorithm().equals("EC");
        try {
            byte[] sample = {1, 2, 3};
            Signature signature = Signature.getInstance(curve ? "SHA256withECDSA" : "EdDSA");
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(sample);
            return signature.verify(signed);
        } catch (InvalidKeyException e) {
            return false; // of another kind
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
