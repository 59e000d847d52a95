package vn.gov.hanoi.evaluation.discipline;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Confidence;
import vn.gov.hanoi.evaluation.ruleset.LegalBasis;
import vn.gov.hanoi.evaluation.ruleset.LegalCheck;
import vn.gov.hanoi.evaluation.ruleset.Title;

/**
 * Forms of discipline, their effects and the deadlines, as they are written down.
 *
 * @param firstDayCounts whether the day on which something begins is the first of its months
 */
record DisciplineRules(
        String id,
        int version,
        Title title,
        List<LegalBasis> legalBasis,
        LegalCheck legalCheck,
        boolean firstDayCounts,
        Handling handling,
        List<Regime> regimes) {
    private static final String FILE = "/discipline/VN-DISCIPLINE.yaml";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .build();

    DisciplineRules {
        LocalDate end = LocalDate.MIN;
        for (var regime : regimes) {
            if (legalBasis.stream().noneMatch(basis -> basis.key().equals(regime.basis()))) {
                throw new IllegalArgumentException("regime rests on nothing: " + regime.code());
            }
            if (end == null || regime.from().isBefore(end)) {
                throw new IllegalArgumentException("regimes overlap: " + regime.code());
            }
            end = regime.to();
        }
    }

    /**
     * Most days from the detection to the decision.
     *
     * @param complexDays for a case that is complex
     */
    record Handling(int days, int complexDays, Confidence confidence) {
        int days(boolean complex) {
            return complex ? complexDays : days;
        }
    }

    /**
     * What holds for decisions signed in a period of law.
     *
     * @param to first day on which it holds no more; null if it holds
     * @param suspensions grounds for which consideration is suspended
     * @param exemptions grounds for which there is no limitation
     * @param examinationBans what is forbidden as long as a case is considered
     * @param forms the lightest first
     */
    record Regime(
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            String basis,
            List<String> suspensions,
            List<String> exemptions,
            List<Ban> examinationBans,
            List<Form> forms) {
        Regime {
            var known = new HashSet<List<Object>>();
            for (var form : forms) {
                for (var category : form.categories()) {
                    boolean fresh = form.leader() != null
                            ? known.add(List.of(form.code(), category, form.leader()))
                            : known.add(List.of(form.code(), category, true))
                                    & known.add(List.of(form.code(), category, false));
                    if (!fresh) {
                        throw new IllegalArgumentException("form stands twice: " + form.code() + " " + category);
                    }
                }
            }
        }

        boolean isInForce(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }

        /** The form of this name for such a person; empty if the law has none. */
        Optional<Form> form(String form, Category category, boolean leader) {
            return forms.stream()
                    .filter(each -> each.code().equals(form) && each.isFor(category, leader))
                    .findFirst();
        }
    }

    /**
     * A form of discipline for some people.
     *
     * @param leader only for those who lead (true), who do not (false); null for both
     * @param council whether a disciplinary council is heard first
     * @param limitationMonths from the act to the opening of the case
     * @param effectMonths how long it lasts
     * @param bans months of what it forbids
     */
    record Form(
            String code,
            Title title,
            List<Category> categories,
            @Nullable Boolean leader,
            boolean council,
            int limitationMonths,
            int effectMonths,
            Map<Ban, Integer> bans,
            Confidence confidence) {
        Form {
            boolean lasts = effectMonths > 0 && bans.values().stream().allMatch(months -> months > 0);
            if (categories.isEmpty() || !lasts || limitationMonths <= 0) {
                throw new IllegalArgumentException("form without people or months: " + code);
            }
        }

        boolean isFor(Category category, boolean leads) {
            return categories.contains(category) && (leader == null || leader == leads);
        }
    }

    static DisciplineRules shipped() {
        try (var file = Objects.requireNonNull(DisciplineRules.class.getResourceAsStream(FILE), FILE)) {
            return YAML.readValue(file, DisciplineRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    static DisciplineRules parse(String yaml) {
        try {
            return YAML.readValue(yaml, DisciplineRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What holds for a decision signed on a day; empty before the first regime. */
    Optional<Regime> on(LocalDate signedOn) {
        return regimes.stream().filter(regime -> regime.isInForce(signedOn)).findFirst();
    }

    /** The last day of so many months from a day on. */
    LocalDate lastDay(LocalDate first, int months) {
        var end = first.plusMonths(months);
        return firstDayCounts ? end.minusDays(1) : end;
    }

    /** The last day on which a case about an act may be opened for this form. */
    LocalDate limitation(LocalDate actOn, Form form) {
        return lastDay(actOn, form.limitationMonths());
    }

    /** The sanction that a form is from its first day on. */
    Sanction sanction(Form form, LocalDate effectiveOn) {
        return Sanction.of(
                form.code(), effectiveOn, form.effectMonths(), form.bans(), months -> lastDay(effectiveOn, months));
    }
}
