package vn.gov.hanoi.kernel.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.callers.Declaration;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

class CurrentCallerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 31);

    @Test
    void shouldReadTheCallerFromTheToken() {
        // Given
        var identity = identity(
                Map.of(
                        "sub",
                        "person-1",
                        "azp",
                        "portal",
                        "name",
                        "Nguyễn Văn A",
                        "unit",
                        "H26.1",
                        "officer",
                        "CB000017"),
                "organiser");

        // When
        var caller = new CurrentCaller(identity).get();

        // Then
        assertThat(caller)
                .isEqualTo(new Caller("person-1", "portal", "Nguyễn Văn A", "H26.1", "CB000017", Set.of("organiser")));
    }

    @Test
    void shouldGiveATokenWithoutUnitNothing() {
        // When
        var caller = new CurrentCaller(identity(Map.of("sub", "person-1"))).get();

        // Then
        assertThat(caller).isEqualTo(new Caller("person-1", "unknown", "", null, Set.of()));
    }

    @Test
    void shouldNotAcceptATokenOfNobody() {
        assertThatThrownBy(() -> new CurrentCaller(identity(Map.of("unit", "H26.1"))).get())
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void shouldTakeWhoeverHasNoTokenForNobody() {
        // Given
        var anonymous = QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        var pretending = QuarkusSecurityIdentity.builder(
                        identity(Map.of("sub", "person-1", "unit", "H26"), "organiser"))
                .setAnonymous(true)
                .build();
        var other = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("admin"))
                .addRole("operator")
                .build();

        // Then
        for (SecurityIdentity identity : new SecurityIdentity[] {anonymous, pretending, other}) {
            assertThat(new CurrentCaller(identity).get())
                    .isEqualTo(new Caller("anonymous", "none", "anonymous", null, Set.of()));
        }
    }

    @Test
    void shouldKeepWhatTheCallSaysOfItself() {
        // Given
        var current = new CurrentCaller(identity(
                Map.of("sub", "system-1", "preferred_username", "service-account-x", "organisation", "H26.99")));

        // When Then
        assertThatThrownBy(() -> current.declare(_ -> List.of(), DAY))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals())
                        .extracting(refusal -> refusal.code())
                        .containsExactly(KernelProblem.PURPOSE_MISSING));
        assertThat(current.get().declared()).isEqualTo(Declaration.NONE);
    }

    @Test
    void shouldTakeThePurposeOfAPersonFromTheRole() {
        // Given
        var current = new CurrentCaller(identity(Map.of("sub", "person-1", "unit", "H26.1"), "evaluation-reader"));

        // When
        current.declare(
                name -> switch (name) {
                    case "Caller-Purpose" -> List.of("REWARD_REVIEW");
                    case "Caller-Organisation" -> List.of("H26.1");
                    default -> List.of();
                },
                DAY);

        // Then
        assertThat(current.get().declared()).isEqualTo(new Declaration("H26.1", "REWARD_REVIEW", null, null));
    }

    @Test
    void shouldAskNothingOfNobody() {
        // Given
        var anonymous = QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        var current = new CurrentCaller(anonymous);

        // When
        current.declare(_ -> List.of("x", "y"), DAY);

        // Then
        assertThat(current.get().declared()).isEqualTo(Declaration.NONE);
    }

    @Test
    void shouldNotChangeACallersRolesOnceKnown() {
        // Given
        var roles = new HashSet<>(Set.of("organiser"));
        var caller = new Caller("person-1", "portal", "A", "H26", roles);

        // When
        roles.add("operator");

        // Then
        assertThat(caller.roles()).containsExactly("organiser");
    }

    @Test
    void shouldGiveTheSuiteItselfNoUnitAndNoRole() {
        assertThat(Caller.system("retention"))
                .isEqualTo(new Caller("system", "retention", "retention", null, Set.of()));
    }

    private static SecurityIdentity identity(Map<String, String> claims, String... roles) {
        var token = new JwtClaims();
        claims.forEach(token::setStringClaim);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(token))
                .addRoles(Set.of(roles))
                .build();
    }
}
