package vn.gov.hanoi.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.at("/attributes/oauth2.device.authorization.grant.enabled")
                            .asText())
                    .isEqualTo("false");
            assertThat(client.path("standardFlowEnabled").asBoolean())
                    .isNotEqualTo(client.path("serviceAccountsEnabled").asBoolean());
        });
        assertThat(persons()).hasSize(3).allSatisfy(client -> {
            assertThat(client.at("/attributes/pkce.code.challenge.method").asText())
                    .isEqualTo("S256");
            assertThat(client.path("redirectUris")).isNotEmpty().allSatisfy(uri -> assertThat(uri.asText())
                    .doesNotContain("*"));
            assertThat(client.path("webOrigins"))
                    .allSatisfy(origin -> assertThat(origin.asText()).doesNotContain("*", "+"));
        });
    }

    /** Where a login may end, word by word: an address more is a way for codes to leave. */
    @Test
    void shouldSendCodesToTheseAddressesOnly() {
        assertThat(persons().stream()
                        .collect(Collectors.toMap(
                                client -> client.path("clientId").asText(),
                                client -> client.at("/redirectUris/0").asText()
                                        + (client.path("redirectUris").size() == 1 ? "" : " and more"))))
                .isEqualTo(Map.of(
                        "congvu-gateway", "${CONGVU_PUBLIC_URL}/platform/v1/session/callback",
                        "congvu-portal", "${CONGVU_PUBLIC_URL}/platform/v1/portal/oauth2-redirect.html",
                        "congvu-cli", "http://127.0.0.1/congvu-cli"));
    }

    @Test
    void shouldLetSystemsProveThemselvesByAKeyAndBindThemToAgencyAndPurposes() {
        assertThat(realm.path("clients"))
                .filteredOn(client -> client.path("serviceAccountsEnabled").asBoolean())
                .isNotEmpty()
                .allSatisfy(client -> {
                    assertThat(client.path("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
                    assertThat(client.has("secret")).isFalse();
                    assertThat(client.path("publicClient").asBoolean(true)).isFalse();
                    assertThat(client.path("redirectUris")).isEmpty();
                    assertThat(client.at("/attributes/token.endpoint.auth.signing.alg")
                                    .asText())
                            .isEqualTo("RS256");
                    assertThat(client.at("/attributes/jwt.credential.public.key")
                                    .asText())
                            .startsWith("${CONGVU_");
                    assertThat(client.at("/attributes/access.token.lifespan").asInt())
                            .isBetween(1, 300);
                    assertThat(client.path("protocolMappers"))
                            .filteredOn(mapper ->
                                    mapper.path("protocolMapper").asText().equals("oidc-hardcoded-claim-mapper"))
                            .extracting(
                                    mapper -> mapper.at("/config/claim.name").asText())
                            .containsExactlyInAnyOrder("organisation", "purposes");
                });
        assertThat(realm.path("users")).isNotEmpty().allSatisfy(user -> assertThat(
                        user.path("serviceAccountClientId").asText())
                .as("no person stands in the file")
                .isNotEmpty());
    }

    @Test
    void shouldGiveSystemsOnlyPurposesThatSystemsMayHave() throws IOException {
        // Given
        var list = Files.readString(
                Distributions.projectRoot().resolve("callers/src/main/resources/callers/purposes.yaml"));
        var forSystems = Pattern.compile("- code: (\\w+)\n(?:(?!- code)[^\n]*\n)*?  systems: true")
                .matcher(list)
                .results()
                .map(found -> found.group(1))
                .toList();

        // When
        var registered = new ObjectMapper()
                .readTree(realm.path("clients")
                        .valueStream()
                        .flatMap(client -> client.path("protocolMappers").valueStream())
                        .filter(mapper ->
                                mapper.at("/config/claim.name").asText().equals("purposes"))
                        .findFirst()
                        .orElseThrow()
                        .at("/config/claim.value")
                        .asText());

        // Then
        assertThat(registered).isNotEmpty().allSatisfy(purpose -> assertThat(forSystems)
                .contains(purpose.asText()));
    }

    @Test
    void shouldAskAdministratorsForASecondFactor() {
        // Given
        var flows = realm.path("authenticationFlows");
        assertThat(realm.path("browserFlow").asText()).isEqualTo("browser");

        // When
        var administrators = steps(flows, "second factor of administrators");
        var others = steps(flows, "second factor of others");

        // Then
        assertThat(steps(flows, "browser"))
                .containsExactly("ALTERNATIVE auth-cookie", "ALTERNATIVE password and second factor");
        assertThat(steps(flows, "password and second factor"))
                .containsExactly(
                        "REQUIRED auth-username-password-form",
                        "CONDITIONAL second factor of administrators",
                        "CONDITIONAL second factor of others");
        assertThat(administrators).containsExactly("REQUIRED conditional-user-role", "REQUIRED auth-otp-form");
        assertThat(others)
                .containsExactly(
                        "REQUIRED conditional-user-role",
                        "REQUIRED conditional-user-configured",
                        "REQUIRED auth-otp-form");
        assertThat(realm.path("authenticatorConfig"))
                .extracting(config -> config.at("/config/condUserRole").asText() + " "
                        + config.at("/config/negate").asText())
                .containsExactlyInAnyOrder("administrator false", "administrator true");
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean(true)).isFalse();
        assertThat(realm.at("/roles/realm"))
                .filteredOn(role -> role.path("name").asText().equals("administrator"))
                .singleElement()
                .satisfies(role -> assertThat(role.at("/composites/client/realm-management"))
                        .isNotEmpty());
        assertThat(DemoUser.all())
                .as("who tries the suite out administers nothing")
                .allSatisfy(user -> assertThat(user.roles()).doesNotContain("administrator"));
    }

    /** Whatever a token says of somebody comes from what only administrators can write. */
    @Test
    void shouldLetNobodyWriteTheOwnClaims() throws IOException {
        // Given
        var profile = new ObjectMapper()
                .readTree(realm.at(
                                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());
        var attributes = new HashSet<>(Set.of("firstName", "lastName"));
        realm.at("/clientScopes/0/protocolMappers")
                .forEach(mapper ->
                        attributes.add(mapper.at("/config/user.attribute").asText()));
        attributes.remove("");

        // When Then
        assertThat(attributes).contains("unit", "officer", "username");
        assertThat(profile.path("unmanagedAttributePolicy").asText("DISABLED")).isEqualTo("DISABLED");
        for (var name : attributes) {
            assertThat(profile.path("attributes"))
                    .filteredOn(attribute -> attribute.path("name").asText().equals(name))
                    .singleElement()
                    .satisfies(attribute -> assertThat(attribute.at("/permissions/edit"))
                            .as(name)
                            .extracting(JsonNode::asText)
                            .containsExactly("admin"));
        }
        assertThat(realm.path("editUsernameAllowed").asBoolean(true)).isFalse();
    }

    @Test
    void shouldKnowEveryRoleThatDemoUsersAndSystemsHave() {
        // Given
        var roles = realm.at("/roles/realm")
                .valueStream()
                .map(role -> role.path("name").asText())
                .collect(Collectors.toSet());

        // When Then
        DemoUser.all().forEach(user -> assertThat(roles).containsAll(user.roles()));
        realm.path("users").forEach(user -> user.path("realmRoles")
                .forEach(role -> assertThat(roles).contains(role.asText())));
    }

    private static List<JsonNode> persons() {
        return realm.path("clients")
                .valueStream()
                .filter(client -> client.path("standardFlowEnabled").asBoolean())
                .toList();
    }

    private static List<String> steps(JsonNode flows, String alias) {
        return flows.valueStream()
                .filter(flow -> flow.path("alias").asText().equals(alias))
                .flatMap(flow -> flow.path("authenticationExecutions").valueStream())
                .map(step -> step.path("requirement").asText() + " "
                        + step.path("authenticator").asText()
                        + step.path("flowAlias").asText())
                .toList();
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
                            "oidc-full-name-mapper",
                            "oidc-hardcoded-claim-mapper");
            assertThat(mapper.at("/config/user.attribute").asText()).isNotIn(own);
        });
    }

    @Test
    void A17_shouldGiveRolesByAdministratorsOnly() {
        // Then: no role brings another role of the suite; administration of users is Keycloak's own
        assertThat(realm.at("/roles/realm")).isNotEmpty().allSatisfy(role -> assertThat(
                        role.at("/composites/realm").isMissingNode())
                .as(role.path("name").asText())
                .isTrue());
        assertThat(realm.at("/roles/realm"))
                .filteredOn(role -> role.has("composites"))
                .extracting(role -> role.path("name").asText())
                .containsExactly("administrator");
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
