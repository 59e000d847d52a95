package vn.gov.hanoi.training.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import vn.gov.hanoi.kernel.time.HanoiClock;

/**
 * A certificate as Open Badges 3.0 credential in the Verifiable Credentials 2.0 data model.
 *
 * @param content what it says
 * @param issuedAt moment of issue, to the second
 * @param place where the status lists tell of it
 */
public record Credential(CertificateContent content, Instant issuedAt, StatusPlace place) {
    private static final String BADGE = "OpenBadgeCredential";
    static final String DATA_MODEL = "https://www.w3.org/ns/credentials/v2";
    private static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /**
     * A place in the status lists; places are drawn by lot, so that neighbours say nothing.
     *
     * @param list number of the list, from 1
     * @param index bit of the list, from 0
     */
    public record StatusPlace(int list, int index) {}

    /** The text to be signed; the same certificate gives the same text. */
    public ObjectNode payload(Addresses addresses) {
        var payload = StrictText.JSON.createObjectNode();
        var context = payload.putArray("@context").add(DATA_MODEL).add(BADGES);
        context.addObject()
                .putObject("certificate")
                .put("@id", addresses.terms() + "certificate")
                .put("@type", "@json");
        var id = addresses.certificate(content.number());
        var subject = "urn:uuid:" + content.holder().officerId();
        payload.put("id", id);
        payload.putArray("type").add("VerifiableCredential").add(BADGE);
        payload.put("name", content.course().title());
        var issuer = payload.putObject("issuer").put("id", addresses.issuer());
        issuer.putArray("type").add("Profile");
        issuer.put("name", content.issuer().name());
        payload.put("validFrom", issuedAt.toString());
        end().ifPresent(end -> payload.put("validUntil", end.toString()));
        describe(payload.putObject("credentialSubject").put("id", subject), addresses);
        var statuses = payload.putArray("credentialStatus");
        for (var purpose : StatusPurpose.values()) {
            var list = addresses.statusList(purpose, place.list());
            statuses.addObject()
                    .put("id", list + "#" + place.index())
                    .put("type", "BitstringStatusListEntry")
                    .put("statusPurpose", purpose.text())
                    .put("statusListIndex", String.valueOf(place.index()))
                    .put("statusListCredential", list);
        }
        payload.set("certificate", StrictText.JSON.valueToTree(content));
        payload.put("iss", addresses.issuer())
                .put("jti", id)
                .put("sub", subject)
                .put("nbf", issuedAt.getEpochSecond());
        end().ifPresent(end -> payload.put("exp", end.getEpochSecond()));
        return payload;
    }

    private void describe(ObjectNode subject, Addresses addresses) {
        subject.putArray("type").add("AchievementSubject");
        var identifiers = subject.putArray("identifier");
        identify(identifiers.addObject(), "name", content.holder().name());
        identify(identifiers.addObject(), "systemId", content.holder().officerCode());
        subject.put("activityStartDate", content.course().firstDay() + "T00:00:00+07:00");
        subject.put("activityEndDate", content.course().lastDay() + "T23:59:59+07:00");
        var achievement =
                subject.putObject("achievement").put("id", addresses.certificate(content.number()) + "#achievement");
        achievement.putArray("type").add("Achievement");
        achievement
                .put("achievementType", "Certificate")
                .put("name", content.course().title());
        achievement.put(
                "description",
                String.join(
                        "; ",
                        content.course().contents().stream()
                                .map(CertificateContent.Coded::name)
                                .toList()));
        achievement.putObject("criteria").put("narrative", content.outcome());
        achievement.put("inLanguage", "vi");
    }

    private static void identify(ObjectNode identity, String type, String value) {
        identity.put("type", "IdentityObject")
                .put("hashed", false)
                .put("identityHash", value)
                .put("identityType", type);
    }

    /** First moment after the last valid day in Hanoi. */
    private Optional<Instant> end() {
        return Optional.ofNullable(content.expiresOn())
                .map(last -> last.plusDays(1).atStartOfDay(HanoiClock.ZONE).toInstant());
    }

    /** Reads back what we signed; empty if the signed text is something else, for example a status list. */
    static Optional<Credential> read(JsonNode payload) {
        if (!payload.path("type").path(1).asText().equals(BADGE)) {
            return Optional.empty();
        }
        try {
            var status = payload.path("credentialStatus").path(0);
            var list = status.path("statusListCredential").asText();
            return Optional.of(new Credential(
                    StrictText.JSON.treeToValue(payload.path("certificate"), CertificateContent.class),
                    Instant.parse(payload.path("validFrom").asText()),
                    new StatusPlace(
                            Integer.parseInt(list.substring(list.lastIndexOf('-') + 1)),
                            Integer.parseInt(status.path("statusListIndex").asText()))));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalStateException("a text that we signed cannot be read", e);
        }
    }
}
