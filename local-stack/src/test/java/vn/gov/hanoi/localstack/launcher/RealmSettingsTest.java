package vn.gov.hanoi.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.localstack.Distributions;

/** Reads the realm that is deployed and holds its security settings (RFC 9700). */
class RealmSettingsTest {
    private static JsonNode realm;

    @BeforeAll
    static void readRealm() throws IOException {
        realm = new ObjectMapper()
                .readTree(Distributions.projectRoot()
                        .resolve("deploy/keycloak/congvu-realm.json")
                        .toFile());
    }

    @Test
    void shouldKeepTokensShortAndSignedByRsa() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.path("defaultSignatureAlgorithm").asText()).isEqualTo("RS256");
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt()).isZero();
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isLessThanOrEqualTo(10 * 3600);
    }

    @Test
    void shouldLockOutGuessersAndLetNobodyRegister() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("passwordPolicy").asText()).contains("length(12)");
    }

    @Test
    void shouldOfferOnlyTheCodeFlowWithPkceToExactAddresses() {
        assertThat(realm.path("clients")).isNotEmpty().allSatisfy(client -> {
            assertThat(client.path("standardFlowEnabled").asBoolean()).isTrue();
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.at("/attributes/pkce.code.challenge.method").asText())
                    .isEqualTo("S256");
            assertThat(client.path("redirectUris")).isNotEmpty().allSatisfy(uri -> assertThat(uri.asText())
                    .doesNotContain("*"));
            assertThat(client.path("webOrigins"))
                    .allSatisfy(origin -> assertThat(origin.asText()).doesNotContain("*", "+"));
        });
    }

    @Test
    void shouldGiveTheGatewayASecretOneAddressAndTheNewsOfLogouts() {
        assertThat(realm.path("clients"))
                .filteredOn(client -> client.path("clientId").asText().equals("congvu-gateway"))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.path("publicClient").asBoolean(true)).isFalse();
                    assertThat(client.path("secret").asText()).isEqualTo("${CONGVU_GATEWAY_CLIENT_SECRET}");
                    assertThat(client.path("redirectUris")).hasSize(1);
                    assertThat(client.at("/redirectUris/0").asText())
                            .isEqualTo("${CONGVU_PUBLIC_URL}/platform/v1/session/callback");
                    assertThat(client.path("webOrigins")).isEmpty();
                    assertThat(client.at("/attributes/backchannel.logout.url").asText())
                            .endsWith("/platform/v1/session/backchannel-logout");
                    assertThat(client.at("/attributes/backchannel.logout.session.required")
                                    .asText())
                            .isEqualTo("true");
                    assertThat(client.at("/attributes/access.token.lifespan").asInt(0))
                            .isLessThanOrEqualTo(300);
                });
    }

    /** Roles, unit, officer, name: whatever a service reads of a person, the person cannot have written. */
    @Test
    void A17_shouldTakeEveryClaimFromWhatOnlyAdministratorsSay() throws IOException {
        // Given
        var config =
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0");
        var profile = new ObjectMapper().readTree(config.asText());
        var own = new ArrayList<String>();
        profile.path("attributes").forEach(attribute -> {
            if (!attribute.at("/permissions/edit").toString().equals("[\"admin\"]")) {
                own.add(attribute.path("name").asText());
            }
        });
        var mappers = new ArrayList<JsonNode>();
        realm.path("clientScopes")
                .forEach(scope -> scope.path("protocolMappers").forEach(mappers::add));
        realm.path("clients").forEach(client -> client.path("protocolMappers").forEach(mappers::add));

        // Then
        assertThat(own).as("what people may say about themselves").containsExactly("email");
        assertThat(profile.has("unmanagedAttributePolicy"))
                .as("attributes that the profile does not know")
                .isFalse();
        assertThat(realm.path("editUsernameAllowed").asBoolean(true)).isFalse();
        assertThat(mappers).hasSizeGreaterThan(5).allSatisfy(mapper -> {
            assertThat(mapper.path("protocolMapper").asText())
                    .isIn(
                            "oidc-sub-mapper",
                            "oidc-audience-mapper",
                            "oidc-usermodel-realm-role-mapper",
                            "oidc-usermodel-attribute-mapper",
                            "oidc-full-name-mapper");
            assertThat(mapper.at("/config/user.attribute").asText()).isNotIn(own);
        });
    }

    @Test
    void A17_shouldGiveRolesByAdministratorsOnly() {
        assertThat(realm.at("/roles/realm")).isNotEmpty().allSatisfy(role -> assertThat(role.has("composites"))
                .as(role.path("name").asText())
                .isFalse());
        assertThat(realm.has("defaultRole")).isFalse();
        assertThat(realm.has("defaultRoles")).isFalse();
        assertThat(realm.has("defaultGroups")).isFalse();
        assertThat(realm.has("identityProviders")).isFalse();
    }

    @Test
    void shouldGiveEveryAccessTokenTheAudienceOfTheSuite() {
        assertThat(realm.path("clientScopes")).singleElement().satisfies(scope -> assertThat(
                        scope.path("protocolMappers"))
                .filteredOn(mapper -> mapper.path("protocolMapper").asText().equals("oidc-audience-mapper"))
                .singleElement()
                .satisfies(mapper -> assertThat(
                                mapper.at("/config/included.custom.audience").asText())
                        .isEqualTo("congvu")));
    }
}
