package vn.gov.hanoi.callers;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The code list of purposes: data of the suite, the same everywhere. */
public final class Purposes {
    private static final String FILE = "/callers/purposes.yaml";

    private final List<Purpose> all;

    Purposes(List<Purpose> all) {
        this.all = List.copyOf(all);
    }

    public static Purposes load() {
        try (var file = Objects.requireNonNull(Purposes.class.getResourceAsStream(FILE), FILE)) {
            var yaml = YAMLMapper.builder().addModule(new JavaTimeModule()).build();
            return new Purposes(yaml.readValue(file, new TypeReference<List<Purpose>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those in force on the day, in the order of the list. */
    public List<Purpose> on(LocalDate day) {
        return all.stream().filter(purpose -> purpose.isInForce(day)).toList();
    }

    /** Name in Vietnamese of the purpose that a call said; empty if it said none. */
    public String nameOf(Declaration declared) {
        return all.stream()
                .filter(purpose -> purpose.code().equals(declared.purpose()))
                .findFirst()
                .map(purpose -> purpose.names().vi())
                .orElse("");
    }

    Optional<Purpose> find(String code, LocalDate day) {
        return all.stream()
                .filter(purpose -> purpose.code().equals(code) && purpose.isInForce(day))
                .findFirst();
    }
}
