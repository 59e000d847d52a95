package vn.gov.hanoi.training.report;

import org.jspecify.annotations.Nullable;

/** What the rows of a comparison are; each says by which columns the facts are grouped. */
enum ComparisonGroup {
    /** Blocks of the plan; proposals that no decision took stand under no code. */
    BLOCK("b.code, b.name", "b.code, b.name", "b.code, b.name"),
    /** Units that lines and money are given to; what units asked is that of their own lines, before anybody took it up. */
    UNIT(
            "coalesce(l.unit_code, p.unit_code), coalesce(l.unit_name, p.unit_name)",
            "g.unit_code, g.unit_name",
            "q.unit_code, q.unit_name"),
    /** Contents of training; money is given to blocks and units and so has none. */
    CATEGORY("l.training_content, l.training_content", null, "l.training_content, l.training_content"),
    /** Categories of personnel that classes are for, joined; a class that names none, and all that is planned, stands under no code. */
    LEARNERS("cast(null as text), cast(null as text)", "null, null", "cast(null as text), cast(null as text)"),
    /** Funding sources. */
    SOURCE(
            "b.funding_source, b.funding_source",
            "b.funding_source, b.funding_source",
            "l.funding_source, l.funding_source");

    private final String ofLines;
    private final @Nullable String ofBudgets;
    private final String ofProposals;

    ComparisonGroup(String ofLines, @Nullable String ofBudgets, String ofProposals) {
        this.ofLines = ofLines;
        this.ofBudgets = ofBudgets;
        this.ofProposals = ofProposals;
    }

    String ofLines() {
        return ofLines;
    }

    /** A class has those of its line, except that only it says whom it is for. */
    String ofClasses() {
        return this == LEARNERS ? "t.categories, t.categories" : ofLines;
    }

    /** Without columns no budget has a row, which the condition says. */
    String ofBudgets() {
        return ofBudgets == null ? "null, null" : ofBudgets;
    }

    String hasBudgets() {
        return ofBudgets == null ? "false" : "true";
    }

    String ofProposals() {
        return ofProposals;
    }

    /** Which lines of proposals count: those of the City, or those that units wrote themselves. */
    String proposed() {
        return this == UNIT ? "not exists (select 1 from plan_proposal_sources s where s.line_id = l.id)" : "q.city";
    }
}
