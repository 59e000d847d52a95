package vn.gov.hanoi.training.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checking without the service: five different answers, and none of them for an altered text is "valid". */
class OfflineVerifierTest {
    private static final Instant LATER = Instant.parse("2026-06-02T00:00:00Z");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static Verification check(String text, KeySet keys, List<String> lists) {
        return new OfflineVerifier(keys, lists, Sample.on("2026-07-01")).verify(text);
    }

    @ParameterizedTest
    @CsvSource({
        "true, , , VALID_OLD_KEY, ",
        "true, FRAUD, , REVOKED, FRAUD",
        "true, , UNDER_VERIFICATION, SUSPENDED, UNDER_VERIFICATION",
        "true, FRAUD, UNDER_VERIFICATION, REVOKED, FRAUD",
        "false, , , UNKNOWN, "
    })
    void shouldSayWhatTheListsKnow(
            boolean issued,
            @Nullable String revoked,
            @Nullable String suspended,
            Verdict verdict,
            @Nullable String reason) {
        // Given
        var lists = Sample.lists(LATER, issued, revoked, suspended);

        // When
        var said = check(Sample.signed(Sample.OLD), Sample.keys(), lists);

        // Then
        assertThat(said.verdict()).isEqualTo(verdict);
        assertThat(said.reason()).isEqualTo(reason);
        assertThat(said.content()).isEqualTo(verdict == Verdict.UNKNOWN ? null : Sample.content(null));
    }

    @Test
    void shouldKnowTheKeyOfTodayFromOneThatWasReplaced() {
        // Given
        var lists = Sample.lists(LATER, true, null, null);

        // Then
        assertThat(check(Sample.signed(Sample.NEW), Sample.oneKey(), lists).verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(check(Sample.signed(Sample.OLD), Sample.keys(), lists).verdict())
                .isEqualTo(Verdict.VALID_OLD_KEY)
                .satisfies(verdict -> assertThat(verdict.isValid()).isTrue());
    }

    @Test
    void shouldStillReadWhatWasSignedBeforeKindsWereNamed() {
        // Given
        var payload = Sample.credential().payload(Sample.ADDRESSES);
        var content = (com.fasterxml.jackson.databind.node.ObjectNode) payload.path("certificate");
        content.remove("version");
        ((com.fasterxml.jackson.databind.node.ObjectNode) content.path("course")).remove("kind");
        var old = Jws.sign(payload, Sample.OLD);

        // When
        var said = check(old, Sample.keys(), Sample.lists(LATER, true, null, null));

        // Then
        assertThat(said.verdict()).isEqualTo(Verdict.VALID_OLD_KEY);
        assertThat(said.content()).isNotNull();
        assertThat(said.content().version()).isNull();
        assertThat(said.content().course().kind()).isNull();
        assertThat(Sample.content(null).course().kind()).isNotNull();
    }

    @Test
    void shouldNotTrustAKeyOutsideItsTime() {
        // Given
        var late = new Credential(Sample.content(null), Sample.ROTATED.plusSeconds(1), Sample.PLACE);
        var stolen = Jws.sign(late.payload(Sample.ADDRESSES), Sample.OLD);
        var early = Sample.signed(Sample.NEW);

        // Then
        for (var text : List.of(stolen, early)) {
            assertThat(check(text, Sample.keys(), Sample.lists(LATER, true, null, null))
                            .verdict())
                    .isEqualTo(Verdict.UNKNOWN);
        }
    }

    @Test
    void shouldEndWithTheLastDayInHanoi() {
        // Given
        var ending = new Credential(Sample.content(LocalDate.of(2026, 6, 30)), Sample.ISSUED, Sample.PLACE);
        var text = Jws.sign(ending.payload(Sample.ADDRESSES), Sample.OLD);
        var lists = Sample.lists(LATER, true, null, null);

        // Then
        for (var day : Map.of("2026-06-30", Verdict.VALID_OLD_KEY, "2026-07-01", Verdict.EXPIRED)
                .entrySet()) {
            assertThat(new OfflineVerifier(Sample.keys(), lists, Sample.on(day.getKey()))
                            .verify(text)
                            .verdict())
                    .isEqualTo(day.getValue());
        }
        assertThat(ending.payload(Sample.ADDRESSES).path("validUntil").asText()).isEqualTo("2026-06-30T17:00:00Z");
        assertThat(ending.payload(Sample.ADDRESSES).path("exp").asLong())
                .isEqualTo(Instant.parse("2026-06-30T17:00:00Z").getEpochSecond());
    }

    @Test
    void shouldNotSayValidWithoutAListThatIsLateEnough() {
        // Given
        var text = Sample.signed(Sample.OLD);
        var tooOld = Sample.lists(Instant.parse("2026-05-01T00:00:00Z"), false, null, null);
        var oneOnly = List.of(Sample.list(StatusPurpose.REVOCATION, LATER, true, null));

        // Then
        for (var lists : List.of(List.<String>of(), oneOnly, tooOld)) {
            assertThat(check(text, Sample.keys(), lists).verdict()).isEqualTo(Verdict.STATUS_NOT_CHECKED);
        }
    }

    @Test
    void shouldRefuseEveryTextWithOneOtherCharacter() {
        // Given
        var keys = Sample.keys();
        var text = Sample.signed(Sample.OLD);
        var verifier = new OfflineVerifier(keys, Sample.lists(LATER, true, null, null), Sample.on("2026-07-01"));
        var passed = new ArrayList<Integer>();

        // When
        for (int place = 0; place < text.length(); place++) {
            var altered = new StringBuilder(text);
            char other = LETTERS.charAt((LETTERS.indexOf(text.charAt(place)) + 1 + place % 63) % LETTERS.length());
            altered.setCharAt(place, other == text.charAt(place) ? '.' : other);
            var said = verifier.verify(altered.toString());
            if (said.verdict() != Verdict.ALTERED && said.verdict() != Verdict.UNKNOWN) {
                passed.add(place);
            }
        }

        // Then
        assertThat(text.length()).isGreaterThan(2000);
        assertThat(passed).isEmpty();
        assertThat(verifier.verify(text).verdict()).isEqualTo(Verdict.VALID_OLD_KEY);
    }

    /** The last characters carry bits that mean nothing; another text must not pass for the same. */
    @Test
    void shouldRefuseEveryOtherWayToWriteTheSameBytes() {
        // Given
        var text = Sample.signed(Sample.OLD);

        // Then
        for (int each = 0; each < LETTERS.length(); each++) {
            var other = text.substring(0, text.length() - 1) + LETTERS.charAt(each);
            assertThat(other.equals(text) || verdict(other) == Verdict.ALTERED).isTrue();
        }
        for (var other : List.of(text + "=", text + "\n", " " + text, text + ".", text.replace(".", ".."), "", "..")) {
            assertThat(verdict(other)).as(other).isEqualTo(Verdict.ALTERED);
        }
        assertThat(verdict("A".repeat(Jws.LONGEST + 1))).isEqualTo(Verdict.ALTERED);
    }

    private static Verdict verdict(String text) {
        return check(text, Sample.keys(), List.of()).verdict();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "officerCode", "title", "hours", "number", "outcome", "issuedOn"})
    void shouldRefuseAnotherContentUnderTheSameSignature(String field) {
        // Given
        var parts = Sample.signed(Sample.OLD).split("\\.");
        var payload = (ObjectNode) StrictText.tree(plain(parts[1])).orElseThrow();
        var place = (ObjectNode) payload.findParent(field);

        // When
        place.put(field, "2");
        var altered = parts[0] + "." + SigningKey.base64(StrictText.bytes(payload)) + "." + parts[2];

        // Then
        assertThat(verdict(altered)).isEqualTo(Verdict.ALTERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"kid\":\"%s\",\"typ\":\"vc+jwt\"}",
                "{\"alg\":\"HS256\",\"kid\":\"%s\",\"typ\":\"vc+jwt\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"JWT\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"%s\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"vc+jwt\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"EdDSA\",\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"vc+jwt\"}",
                "[]"
            })
    void shouldRefuseOtherAlgorithmsAndHeaders(String header) throws Exception {
        // Given
        var parts = Sample.signed(Sample.OLD).split("\\.");
        var text =
                SigningKey.base64(header.formatted(Sample.OLD.kid()).getBytes(StandardCharsets.UTF_8)) + "." + parts[1];
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Sample.OLD.publicKey(), "HmacSHA256"));
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        // Then
        for (byte[] signature : List.of(new byte[0], mac.doFinal(bytes), Sample.OLD.sign(bytes))) {
            assertThat(verdict(text + "." + SigningKey.base64(signature))).isEqualTo(Verdict.ALTERED);
        }
    }

    @Test
    void shouldNotKnowCertificatesOfOthers() {
        // Given
        var stranger = SigningKey.generate();
        var elsewhere = new Addresses(java.net.URI.create("https://other.example"));
        var otherIssuer = Jws.sign(Sample.credential().payload(elsewhere), Sample.OLD);
        var aList = Sample.list(StatusPurpose.REVOCATION, Sample.ISSUED, true, null);

        // Then
        assertThat(verdict(Sample.signed(stranger))).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(otherIssuer)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(aList)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void shouldRefuseAListThatSomebodyElseMade() {
        // Given
        var good = Sample.list(StatusPurpose.REVOCATION, LATER, true, null);
        var foreign = Jws.sign(StrictText.tree(plain(good.split("\\.")[1])).orElseThrow(), SigningKey.generate());

        // Then
        for (var bad : List.of(foreign, good.substring(1), Sample.signed(Sample.OLD))) {
            assertThatThrownBy(() -> check(Sample.signed(Sample.OLD), Sample.keys(), List.of(bad)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldBeReadableByOtherSoftware() throws Exception {
        // Given
        var set = new JsonWebKeySet(Sample.keys().published().toString());
        var other = new JsonWebSignature();
        other.setAlgorithmConstraints(new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "EdDSA"));
        other.setCompactSerialization(Sample.signed(Sample.OLD));

        // When
        other.setKey(set.findJsonWebKey(other.getKeyIdHeaderValue(), null, null, null)
                .getKey());

        // Then
        assertThat(other.verifySignature()).isTrue();
        var payload = StrictText.tree(other.getPayload()).orElseThrow();
        assertThat(payload.path("type").path(1).asText()).isEqualTo("OpenBadgeCredential");
        assertThat(payload.path("jti")).isEqualTo(payload.path("id"));
        assertThat(payload.path("sub")).isEqualTo(payload.at("/credentialSubject/id"));
        assertThat(payload.path("iss")).isEqualTo(payload.at("/issuer/id"));
        assertThat(Instant.parse(payload.path("validFrom").asText()).getEpochSecond())
                .isEqualTo(payload.path("nbf").asLong());
        assertThat(payload.has("vc")).isFalse();
        assertThat(payload.at("/credentialStatus/1/statusListIndex").asText()).isEqualTo("94567");
    }

    @Test
    void shouldPublishKeysThatAreReadBackAndNeverThePrivatePart() {
        // When
        var text = Sample.keys().published().toString();

        // Then
        var read = KeySet.parse(text);
        assertThat(read.issuer()).isEqualTo(Sample.ADDRESSES.issuer());
        assertThat(read.keys()).extracting(PublishedKey::kid).containsExactly(Sample.OLD.kid(), Sample.NEW.kid());
        assertThat(read.keys()).extracting(PublishedKey::isRetired).containsExactly(true, false);
        assertThat(text).doesNotContain("\"d\"");
        assertThat(Sample.OLD.toString()).isEqualTo("SigningKey[" + Sample.OLD.kid() + "]");
        var again = SigningKey.of(Sample.OLD.publicKey(), Sample.OLD.encodedPrivate());
        assertThat(Sample.signed(again)).isEqualTo(Sample.signed(Sample.OLD));
        for (var bad :
                List.of("{}", "no", text.replace(Sample.OLD.kid(), Sample.NEW.kid()), text.replace("EdDSA", "none"))) {
            assertThatThrownBy(() -> KeySet.parse(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String plain(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
