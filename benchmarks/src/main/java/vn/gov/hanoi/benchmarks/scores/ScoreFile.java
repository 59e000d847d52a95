package vn.gov.hanoi.benchmarks.scores;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A file with random scores for everybody who has a sheet in a month that HN-M-2022 rates. */
final class ScoreFile {
    private static final List<String> CRITERIA =
            List.of("I.1", "I.2", "I.3", "I.4", "II.1", "II.2", "II.3", "II.4", "II.5", "II.6", "II.7");
    /** Most points of each criterion by kind of sheet; 0 where the sheet does not have it. */
    private static final Map<String, List<Integer>> MAXIMA = Map.of(
            "STAFF", List.of(5, 5, 5, 5, 20, 20, 20, 10, 0, 0, 0),
            "LEADER", List.of(5, 5, 5, 5, 15, 15, 15, 5, 8, 7, 5),
            "CONTRACT", List.of(8, 12, 0, 0, 40, 0, 30, 0, 0, 0, 0));

    private static final int NOT_RATED_PERCENT = 2;
    /** All maxima together are 90 points, which is the top grade; fewer than the 30 % that a unit may have, since some are not rated.
     * Groups under 20 people have none. */
    private static final String TOP_SHARE = "0.25";

    private static final String PEOPLE = """
            select o.officer_code, s.sheet_kind,
                count(*) over all_rated >= 20 and row_number() over rated <= floor(count(*) over all_rated * %s),
                s.working_days
            from sheets s
            join officers o on o.id = s.officer_id
            where s.period_from = ?::date and s.superseded_at is null
            window all_rated as (partition by s.closing_id, s.rule_set_id), rated as (all_rated order by o.officer_code)
            order by s.closing_id, o.officer_code""".formatted(TOP_SHARE);

    private ScoreFile() {}

    /** @return number of rows */
    static int write(Connection connection, String month, Path file) throws SQLException {
        var random = new Random(month.hashCode());
        int rows = 0;
        try (var people = connection.prepareStatement(PEOPLE);
                var out = Files.newBufferedWriter(file)) {
            out.write("officerCode;period;presenceDays;decisionNumber;decisionSignedOn;decisionIssuer;notRated;"
                    + String.join(";", CRITERIA) + "\n");
            people.setString(1, month + "-01");
            try (var person = people.executeQuery()) {
                while (person.next()) {
                    row(
                            out,
                            person.getString(1),
                            month,
                            Objects.requireNonNull(MAXIMA.get(person.getString(2))),
                            person.getBoolean(3),
                            person.getInt(4),
                            random);
                    rows++;
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }

    private static void row(
            BufferedWriter out,
            String code,
            String month,
            List<Integer> maxima,
            boolean top,
            int workingDays,
            Random random)
            throws IOException {
        boolean away = random.nextInt(100) < NOT_RATED_PERCENT;
        out.write(code + ";" + month + ";" + (away ? "0" : workingDays - 1 + ".5") + ";" + random.nextInt(1_000)
                + "/QĐ-UBND;" + month + "-28;UBND thành phố Hà Nội;" + (away ? "MATERNITY_ALL_PERIOD" : ""));
        for (int most : maxima) {
            // Everybody else is some quarters of a point below the maximum, so that most people are good.
            int quarters = most * 4 - (most == 0 || top ? 0 : random.nextInt(most + 1));
            out.write(away || most == 0 ? ";" : ";" + quarters / 4 + "." + quarters % 4 * 25);
        }
        out.write('\n');
    }
}
