package vn.gov.hanoi.kernel.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;

/** The rules of style that a machine can hold, for one service. */
public final class Architecture {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_RESOURCE = 200;

    private Architecture() {}

    /** @param root base package of the service, for example {@code vn.gov.hanoi.training} */
    public static void check(String root) {
        var classes = checkForm(root);
        persistenceStaysInRepositories(classes);
        rulesKnowNoFramework(classes);
        slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    /** The rules that hold for a library too; gives the classes for rules of its own. */
    public static JavaClasses checkForm(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        List.<Consumer<JavaClasses>>of(
                        Architecture::operationsDeclareRoles,
                        Architecture::resourcesDeclareScope,
                        Architecture::noEntityLeavesByHttp,
                        Architecture::noClockButTheInjectedOne,
                        Architecture::exactNumbersOnly,
                        Architecture::constructorInjectionOnly,
                        Architecture::nullIsMarked)
                .forEach(rule -> rule.accept(classes));
        budgets();
        return classes;
    }

    private static void nullIsMarked(JavaClasses classes) {
        classes()
                .should(new ArchCondition<>("stand in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                type, type.getPackage().isAnnotatedWith(NullMarked.class), type.getFullName()));
                    }
                })
                .check(classes);
    }

    private static void operationsDeclareRoles(JavaClasses classes) {
        methods()
                .that(areOperations())
                .should(declareRoles())
                .because("an operation without declared roles is open to everybody by accident")
                .check(classes);
    }

    private static DescribedPredicate<JavaMethod> areOperations() {
        return DescribedPredicate.describe("are HTTP operations", method -> method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> declareRoles() {
        return new ArchCondition<>("declare roles, or be public in a path that says so") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean open = method.isAnnotatedWith(PermitAll.class)
                        && method.getOwner().isAnnotatedWith(Path.class)
                        && method.getOwner()
                                .getAnnotationOfType(Path.class)
                                .value()
                                .startsWith("/public/");
                boolean satisfied = method.isAnnotatedWith(RolesAllowed.class) || open;
                events.add(new SimpleConditionEvent(method, satisfied, method.getFullName()));
            }
        };
    }

    private static void resourcesDeclareScope(JavaClasses classes) {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(ApplicationScoped.class)
                .because("data of one request must never be kept for another")
                .check(classes);
    }

    private static void noEntityLeavesByHttp(JavaClasses classes) {
        methods()
                .that(areOperations())
                .should()
                .notHaveRawReturnType(DescribedPredicate.describe("entity", type -> type.isAnnotatedWith(Entity.class)))
                .check(classes);
    }

    private static void persistenceStaysInRepositories(JavaClasses classes) {
        noClasses()
                .that(areNoPersistence())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("javax.sql..")
                .allowEmptyShould(true)
                .check(classes);
    }

    /** By the name of the outermost class: what is nested in a repository is part of it. */
    private static DescribedPredicate<JavaClass> areNoPersistence() {
        return DescribedPredicate.describe("are neither repositories nor queries", type -> {
            var outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            var name = outermost.getSimpleName();
            return !name.endsWith("Repository") && !name.endsWith("Queries");
        });
    }

    private static void rulesKnowNoFramework(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage("..ruleset..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void noClockButTheInjectedOne(JavaClasses classes) {
        for (var type : List.of(
                java.time.Instant.class,
                java.time.LocalDate.class,
                java.time.LocalDateTime.class,
                java.time.OffsetDateTime.class,
                java.time.ZonedDateTime.class,
                java.time.Year.class)) {
            noClasses().should().callMethod(type, "now").check(classes);
            noClasses().should().callMethod(type, "now", java.time.ZoneId.class).check(classes);
        }
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.gov.hanoi.kernel.time")
                .should()
                .callMethod(Clock.class, "system", java.time.ZoneId.class)
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(classes);
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Date.class)
                .check(classes);
    }

    private static void exactNumbersOnly(JavaClasses classes) {
        noFields()
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .check(classes);
        noFields()
                .should()
                .haveRawType(Double.class)
                .orShould()
                .haveRawType(Float.class)
                .check(classes);
    }

    private static void constructorInjectionOnly(JavaClasses classes) {
        fields().should().notBeAnnotatedWith(Inject.class).check(classes);
        noClasses().should().dependOnClassesThat().areAssignableTo(Vertx.class).check(classes);
        noClasses().should().accessField(System.class, "out").check(classes);
        noClasses()
                .that()
                .areNotAssignableTo(OutboxWriter.class)
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .check(classes);
    }

    /** Long files hide things: a class has at most 300 lines, a resource 200. */
    private static void budgets() {
        try (var files = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            var tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            lines(file) > (file.toString().endsWith("Resource.java") ? LONGEST_RESOURCE : LONGEST_FILE))
                    .toList();
            if (!tooLong.isEmpty()) {
                throw new AssertionError("files beyond their budget: " + tooLong);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(java.nio.file.Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
