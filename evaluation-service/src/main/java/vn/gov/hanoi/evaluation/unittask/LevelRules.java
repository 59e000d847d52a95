package vn.gov.hanoi.evaluation.unittask;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Confidence;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.LegalBasis;
import vn.gov.hanoi.evaluation.ruleset.LegalCheck;
import vn.gov.hanoi.evaluation.ruleset.Title;

/**
 * By which shares a level is suggested for a unit, as it is written down. The first level whose conditions all hold is suggested; if none
 * does, or there is nothing to count, nothing is suggested and the authority decides alone.
 */
record LevelRules(
        String id, int version, Title title, List<LegalBasis> legalBasis, LegalCheck legalCheck, List<Entry> levels) {
    private static final String FILE = "/unit-results/UNIT-LEVEL.yaml";
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .build();

    LevelRules {
        for (var entry : levels) {
            if (legalBasis.stream().noneMatch(basis -> basis.key().equals(entry.basis()))) {
                throw new IllegalArgumentException("level rests on nothing: " + entry);
            }
        }
    }

    /** Which tasks are compared with the base of the counts. */
    enum Measure {
        DONE {
            @Override
            Tally of(TaskCounts counts) {
                return counts.done();
            }
        },
        ON_TIME {
            @Override
            Tally of(TaskCounts counts) {
                return counts.onTime();
            }
        },
        GOOD {
            @Override
            Tally of(TaskCounts counts) {
                return counts.good();
            }
        },
        EXCEEDED {
            @Override
            Tally of(TaskCounts counts) {
                return counts.exceeded();
            }
        };

        abstract Tally of(TaskCounts counts);
    }

    /**
     * @param basis key of a legal basis
     * @param note what is assumed; null if nothing
     */
    record Entry(
            Grade level,
            String basis,
            Confidence confidence,
            @Nullable String note,
            List<Condition> conditions) {
        boolean holds(TaskCounts counts) {
            return conditions.stream().allMatch(condition -> condition.holds(counts));
        }
    }

    /**
     * Limits of a share in percent of the weight of the base; exactly one of them is given.
     *
     * @param least the share is this or more
     * @param above the share is more than this
     * @param below the share is less than this
     */
    record Condition(
            Measure measure,
            @Nullable BigDecimal least,
            @Nullable BigDecimal above,
            @Nullable BigDecimal below) {
        Condition {
            if ((least == null ? 0 : 1) + (above == null ? 0 : 1) + (below == null ? 0 : 1) != 1) {
                throw new IllegalArgumentException("a condition has one limit: " + measure);
            }
        }

        /** Exact: both sides are multiplied, nothing is divided. */
        boolean holds(TaskCounts counts) {
            var limit = Objects.requireNonNull(least != null ? least : above != null ? above : below);
            int order = measure.of(counts)
                    .weight()
                    .multiply(PERCENT)
                    .compareTo(limit.multiply(counts.base().weight()));
            if (least != null) {
                return order >= 0;
            }
            return above != null ? order > 0 : order < 0;
        }
    }

    static LevelRules shipped() {
        try (var file = Objects.requireNonNull(LevelRules.class.getResourceAsStream(FILE), FILE)) {
            return YAML.readValue(file, LevelRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    static LevelRules parse(String yaml) {
        try {
            return YAML.readValue(yaml, LevelRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The level that the counts speak for; empty if none or if nothing counts. */
    Optional<Grade> suggest(TaskCounts counts) {
        if (counts.base().number() == 0) {
            return Optional.empty();
        }
        return levels.stream()
                .filter(entry -> entry.holds(counts))
                .map(Entry::level)
                .findFirst();
    }
}
