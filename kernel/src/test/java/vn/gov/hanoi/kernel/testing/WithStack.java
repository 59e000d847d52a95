package vn.gov.hanoi.kernel.testing;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Starts the real PostgreSQL, Kafka and token issuer before the application of a {@code @QuarkusTest}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(Stack.class)
public @interface WithStack {}
