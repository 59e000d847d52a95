package vn.gov.hanoi.training.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A status list (Bitstring Status List 1.0): one bit for each certificate of the list. Beside the bits of the standard, which any wallet
 * reads, it says which places are given and why a bit is set, so that this is known offline too.
 *
 * @param asOf moment of the last change that it knows
 * @param issued places that belong to a certificate
 * @param reasons code of the reason by place; its places are the set bits
 */
public record StatusList(StatusPurpose purpose, int list, Instant asOf, BitSet issued, Map<Integer, String> reasons) {
    /** Bits of a list: 16 KiB, the least that the standard allows. */
    public static final int SIZE = 131_072;

    private static final int BYTES = SIZE / Byte.SIZE;

    public StatusList {
        reasons = new TreeMap<>(reasons);
        issued = (BitSet) issued.clone();
    }

    /** The text to be signed; the same state gives the same text. */
    public ObjectNode payload(Addresses addresses) {
        var id = addresses.statusList(purpose, list);
        var payload = StrictText.JSON.createObjectNode();
        var context = payload.putArray("@context").add(Credential.DATA_MODEL);
        context.addObject()
                .putObject("register")
                .put("@id", addresses.terms() + "register")
                .put("@type", "@json");
        payload.put("id", id);
        payload.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        payload.put("issuer", addresses.issuer()).put("validFrom", asOf.toString());
        var subject = payload.putObject("credentialSubject")
                .put("id", id + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", purpose.text())
                .put("encodedList", encode(set()));
        var register = subject.putObject("register").put("issued", encode(issued));
        var why = register.putObject("reasons");
        reasons.forEach((place, reason) -> why.put(String.valueOf(place), reason));
        payload.put("iss", addresses.issuer()).put("jti", id).put("nbf", asOf.getEpochSecond());
        return payload;
    }

    /** Reads back what we signed; empty if the signed text is something else. */
    static Optional<StatusList> read(JsonNode payload, Addresses addresses) {
        var subject = payload.path("credentialSubject");
        var id = payload.path("jti").asText();
        for (var purpose : StatusPurpose.values()) {
            if (subject.path("statusPurpose").asText().equals(purpose.text())) {
                var reasons = new TreeMap<Integer, String>();
                subject.path("register")
                        .path("reasons")
                        .properties()
                        .forEach(each -> reasons.put(
                                Integer.valueOf(each.getKey()), each.getValue().asText()));
                var found = new StatusList(
                        purpose,
                        Integer.parseInt(id.substring(id.lastIndexOf('-') + 1)),
                        Instant.parse(payload.path("validFrom").asText()),
                        decode(subject.path("register").path("issued").asText()),
                        reasons);
                return addresses.statusList(purpose, found.list()).equals(id) ? Optional.of(found) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    boolean isIssued(int place) {
        return issued.get(place);
    }

    @Nullable
    String reason(int place) {
        return reasons.get(place);
    }

    private BitSet set() {
        var bits = new BitSet(SIZE);
        reasons.keySet().forEach(bits::set);
        return bits;
    }

    /** GZIP in base64url with the prefix u; the first place is the left-most bit. */
    static String encode(BitSet bits) {
        byte[] plain = new byte[BYTES];
        bits.stream().forEach(place -> plain[place / Byte.SIZE] |= (byte) (0x80 >> (place % Byte.SIZE)));
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be packed", e);
        }
        return "u" + SigningKey.base64(packed.toByteArray());
    }

    static BitSet decode(String encoded) {
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = zip.readNBytes(BYTES + 1);
            if (plain.length != BYTES) {
                throw new IllegalArgumentException("a list has " + SIZE + " bits");
            }
            var bits = new BitSet(SIZE);
            for (int place = 0; place < SIZE; place++) {
                bits.set(place, (plain[place / Byte.SIZE] & (0x80 >> (place % Byte.SIZE))) != 0);
            }
            return bits;
        } catch (IOException e) {
            throw new IllegalArgumentException("not packed", e);
        }
    }
}
