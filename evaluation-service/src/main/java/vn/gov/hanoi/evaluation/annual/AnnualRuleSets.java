package vn.gov.hanoi.evaluation.annual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** The annual rule sets that come with the product, 2015 to 2026. */
public final class AnnualRuleSets {
    private static final List<String> SHIPPED =
            List.of("VN-Y-2015", "VN-Y-2020", "VN-Y-2023", "VN-CC-2026-Y", "VN-VC-2026-Y");

    private final List<AnnualRuleSet> all;

    private AnnualRuleSets(List<AnnualRuleSet> all) {
        this.all = all;
    }

    public static AnnualRuleSets shipped() {
        var reader = new AnnualRuleSetReader();
        return new AnnualRuleSets(
                SHIPPED.stream().map(id -> reader.read(text(id + ".yaml"))).toList());
    }

    public List<AnnualRuleSet> all() {
        return all;
    }

    public Optional<AnnualRuleSet> find(String id) {
        return all.stream().filter(each -> each.header().id().equals(id)).findFirst();
    }

    /**
     * The rules of a year for ever.
     *
     * @param unitType type of the unit of the main post on the last day of the year
     * @return empty if no rule set names such a person, for example cadres where the City has to assign one
     */
    public Optional<AnnualRuleSet> inForce(Category category, UnitType unitType, int year) {
        var found = all.stream()
                .filter(each -> each.isFor(category, unitType, year))
                .toList();
        if (found.size() > 1) {
            throw new IllegalStateException("several rule sets for %s in %d".formatted(category, year));
        }
        return found.stream().findFirst();
    }

    static String text(String file) {
        var path = "/rule-sets/" + file;
        try (var stream = AnnualRuleSets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("no file " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
