package vn.gov.hanoi.evaluation.unittemplate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.ruleset.Title;

/** The door of this room: the criteria by which somebody is rated, be they of the rule set or of the unit. */
@ApplicationScoped
public class UnitTemplates {
    private final UnitTemplateRepository templates;
    /** What is published never changes, so it is read once. */
    private final Map<UUID, UnitTemplate> published = new ConcurrentHashMap<>();

    UnitTemplates(UnitTemplateRepository templates) {
        this.templates = templates;
    }

    /**
     * A criterion with what people call it.
     *
     * @param maximum most points, scale 4
     */
    public record Heading(String code, Title title, BigDecimal maximum) {}

    /**
     * The criteria of a sheet.
     *
     * @param templateId by which the sheet was opened; null for the sheet of the rule set
     */
    @Transactional
    public SheetTemplate of(RuleSet ruleSet, SheetKind kind, @Nullable UUID templateId) {
        return templateId == null
                ? SheetTemplate.of(ruleSet, kind)
                : find(templateId).adapting(ruleSet);
    }

    /** The same criteria by name, in their order. */
    @Transactional
    public List<Heading> headings(RuleSet ruleSet, SheetKind kind, @Nullable UUID templateId) {
        var titles = ruleSet.rules().groups().stream()
                .flatMap(group -> group.criteria().stream())
                .collect(Collectors.toMap(each -> each.code(), each -> each.title()));
        if (templateId != null) {
            find(templateId).content().criteria().forEach(each -> titles.put(each.code(), each.title()));
        }
        var found = new ArrayList<Heading>();
        for (var item : of(ruleSet, kind, templateId).items()) {
            var title = java.util.Objects.requireNonNull(titles.get(item.code()));
            found.add(new Heading(item.code(), title, item.maximum()));
        }
        return found;
    }

    /** Codes of the criteria that units have of their own, in order. */
    @Transactional
    public List<String> codes() {
        return templates.codes();
    }

    private UnitTemplate find(UUID id) {
        var known = published.get(id);
        if (known != null) {
            return known;
        }
        var found = templates.find(id).orElseThrow();
        if (found.isPublished()) {
            published.put(id, found);
        }
        return found;
    }
}
