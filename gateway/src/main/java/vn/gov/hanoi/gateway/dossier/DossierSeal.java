package vn.gov.hanoi.gateway.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Adds to a dossier what shows that nobody changed it: the SHA-256 of its canonical form, and over the same bytes a
 * detached signature (RFC 7515, appendix F) if there is a key.
 */
@ApplicationScoped
class DossierSeal {
    private final Optional<PrivateKey> key;
    private final String keyId;

    DossierSeal(DossierConfig config) {
        this.key = config.signingKey().map(DossierSeal::key);
        this.keyId = config.signingKeyId();
    }

    /** @param whole whether each service answered; what is not whole gets no signature */
    void seal(ObjectNode dossier, boolean whole) {
        byte[] canonical = CanonicalJson.bytes(dossier);
        dossier.putObject("digest").put("algorithm", "SHA-256").put("value", digest(canonical));
        var signature = dossier.putObject("signature");
        if (!whole) {
            signature.put("state", "INCOMPLETE");
        } else if (key.isPresent()) {
            signature.put("state", "SIGNED").put("jws", sign(key.get(), canonical));
        } else {
            signature.put("state", "NO_KEY");
        }
    }

    private String sign(PrivateKey signer, byte[] canonical) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
        jws.setKeyIdHeaderValue(keyId);
        jws.setKey(signer);
        jws.setPayloadBytes(canonical);
        try {
            return jws.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(byte[] canonical) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String pkcs8) {
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8));
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("congvu.dossier.signing-key must be an RSA key, PKCS#8 in base64", e);
        }
    }
}
