package vn.gov.hanoi.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.http.HttpClient;
import io.vertx.core.net.NetClient;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of style for a module that is all event loop: pieces without cycles, nothing that waits, few that may call out. */
@AnalyzeClasses(packages = "vn.gov.hanoi.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LONGEST_FILE = 300;

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("vn.gov.hanoi.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_FRONT_DOOR_KNOWS_IT_ALL = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("FrontDoor")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("FrontDoor");

    @ArchTest
    static final ArchRule PATHS_ARE_JUDGED_WITHOUT_A_FRAMEWORK = classes()
            .that()
            .resideInAPackage("..path..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "vn.gov.hanoi.gateway.path..");

    @ArchTest
    static final ArchRule ONLY_PROXY_CONTRACT_AND_DOSSIER_CALL_OUT = noClasses()
            .that()
            .resideOutsideOfPackages("..proxy..", "..openapi..", "..dossier..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(NetClient.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..");

    @ArchTest
    static final ArchRule ONLY_SESSIONS_TALK_TO_THE_ISSUER = noClasses()
            .that()
            .resideOutsideOfPackage("..session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.ext.web.client..", "io.vertx.mutiny.ext.web.client..");

    @ArchTest
    static final ArchRule NOTHING_WAITS_ON_THE_EVENT_LOOP = noClasses()
            .should()
            .callMethodWhere(waits())
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent.locks..", "java.sql..")
            .because("one waiting handler stops all requests of its event loop");

    @ArchTest
    static final ArchRule NO_CLOCK_BUT_A_GIVEN_ONE = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "read the system clock",
                    (JavaCall<?> call) -> (call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().equals("java.time"))
                            || call.getName().equals("currentTimeMillis")))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Date.class);

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = fields().should().notBeAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule EXACT_NUMBERS =
            noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);

    @ArchTest
    static final ArchRule NO_STANDARD_OUTPUT =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule NULLS_ARE_MARKED =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @Test
    void shouldKeepFilesShortAndEveryPackageExplained() throws IOException {
        // When
        try (var files = Files.walk(Path.of("src/main/java/vn/gov/hanoi/gateway"))) {
            var sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();

            // Then
            for (var file : sources) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
                assertThat(file.resolveSibling("package-info.java")).exists();
            }
        }
    }

    private static DescribedPredicate<JavaCall<?>> waits() {
        var names = Set.of("sleep", "join", "await", "awaitFirst", "atMost", "indefinitely", "toCompletableFuture");
        return DescribedPredicate.describe(
                "wait",
                call -> names.contains(call.getName()) && !call.getTargetOwner().isAssignableTo(String.class));
    }
}
