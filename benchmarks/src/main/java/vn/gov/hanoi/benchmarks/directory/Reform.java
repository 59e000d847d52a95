package vn.gov.hanoi.benchmarks.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.gov.hanoi.benchmarks.Api;
import vn.gov.hanoi.benchmarks.Report;
import vn.gov.hanoi.localstack.city.DirectoryReader;
import vn.gov.hanoi.localstack.reform.Reform2025;
import vn.gov.hanoi.localstack.reform.ReformPlan;

/** The reform of 1 July 2025 as one plan: drafted, tried and applied through the API, then counted in the database. */
final class Reform {
    private static final String PLANS = "/evaluation/v1/reorganisations";

    /** People whose number of main posts on a day is not one. */
    private static final String WITHOUT_ONE_MAIN_POST = """
            select count(*) from officers o where 1 <> (select count(*) from assignments a
                where a.officer_id = o.id and a.main and a.superseded_at is null
                    and a.valid_from <= ? and (a.valid_to is null or a.valid_to > ?))""";

    private final Api drafter;
    private final Api approver;
    private final Connection connection;
    private final Report report;
    private final Consumer<String> progress;

    /** @param approver somebody else than who drafts: a plan needs two */
    Reform(Api drafter, Api approver, Connection connection, Report report, Consumer<String> progress) {
        this.drafter = drafter;
        this.approver = approver;
        this.connection = connection;
        this.report = report;
        this.progress = progress;
    }

    void run(Reform2025 reform, DirectoryReader directory) throws SQLException {
        var rows = new ArrayList<String>();
        var begin = System.nanoTime();
        var plan = ReformPlan.of(reform, directory.units(), directory::leaders).toString();
        rows.add(row(
                "read 2,000 units and make the plan", begin, plan.getBytes(StandardCharsets.UTF_8).length + " bytes"));

        begin = System.nanoTime();
        var draft = drafter.postJson(PLANS, plan);
        var id = Api.json(draft.body()).path("id").asText();
        rows.add(row("draft", begin, ""));

        begin = System.nanoTime();
        var preview = drafter.get(PLANS + "/" + id + "/preview");
        rows.add(row("preview", begin, counts(preview)));

        begin = System.nanoTime();
        var etag = draft.headers().firstValue("ETag").orElseThrow();
        var accepted = approver.act(PLANS + "/" + id + "/actions/apply", etag);
        var operation = approver.follow(accepted.path("id").asText(), _ -> {});
        rows.add(row("apply", begin, operation.path("state").asText() + " " + operation.path("problem")));

        report.section("The reform of 1 July 2025 as one plan");
        report.table("step | seconds | result", rows);
        report.table("rows after apply | number", written());
        var day = reform.day();
        report.paragraph(
                "People without exactly one main post: the day before " + count(WITHOUT_ONE_MAIN_POST, day.minusDays(1))
                        + ", on the day " + count(WITHOUT_ONE_MAIN_POST, day) + ".");
    }

    private String row(String step, long begin, String result) {
        var row = String.format(Locale.ROOT, "%s | %.2f | %s", step, (System.nanoTime() - begin) / 1e9, result);
        progress.accept(row);
        return row;
    }

    /** Figures of the answer, and whether the plan could be applied. */
    private static String counts(JsonNode preview) {
        var numbers = new ArrayList<String>();
        preview.path("totals").properties().forEach(total -> numbers.add(total.getKey() + " " + total.getValue()));
        numbers.add("flows " + preview.path("flows").size());
        numbers.add("applicable " + preview.path("applicable") + " " + preview.path("problem"));
        return String.join(", ", numbers);
    }

    private List<String> written() throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : List.of("unit_states", "unit_codes", "unit_successions", "unit_handovers", "assignments")) {
            rows.add(table + " | " + count("select count(*) from " + table + " where plan_id is not null"));
        }
        rows.add("unit_ancestors superseded | "
                + count("select count(*) from unit_ancestors where superseded_at is not null"));
        rows.add("units in force after it | " + count("select count(*) from units where ended_on is null"));
        return rows;
    }

    private long count(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setObject(i + 1, values[Math.min(i, values.length - 1)]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
