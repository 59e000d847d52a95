package vn.gov.hanoi.kernel.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Schemas that tests check many texts against. */
public final class JsonSchemas {
    /** Compiling takes longer than checking. */
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private JsonSchemas() {}

    public static Schema of(String text) {
        return COMPILED.computeIfAbsent(text, JsonSchemas::compile);
    }

    /** In a registry of its own: texts may have the same id. */
    private static Schema compile(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }
}
