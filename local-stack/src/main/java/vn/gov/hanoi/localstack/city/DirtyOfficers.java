package vn.gov.hanoi.localstack.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The file of officers with one wrong row among each hundred, every one wrong in one way, and what an import must say of them.
 * Everything else is as in the right file, so after that one has been imported the other rows change nothing.
 */
public final class DirtyOfficers {
    /** One row of so many is wrong. */
    public static final int ONE_IN = 100;

    private static final long SEED = 1_100;

    private final OfficerRows officers;

    public DirtyOfficers(OfficerRows officers) {
        this.officers = officers;
    }

    /**
     * A row that an import must refuse.
     *
     * @param index number of the row, from 1; the header is not counted
     * @param cell as in a spreadsheet, whose first line is the header
     * @param code problem code
     */
    public record Expected(int index, String cell, String code) {}

    /** One way to be wrong: a value in a column. */
    private record Dirt(String column, String value, String code) {}

    private static final List<Dirt> VALUES = List.of(
            new Dirt("officerCode", "{own code in small letters}", "officer.code-malformed"),
            new Dirt("officerCode", "{code of the row before}", "import.code-twice-in-file"),
            new Dirt("fullName", "Nguyễn Văn 2", "text.digit-in-name"),
            new Dirt("fullName", "", "import.cell-empty"),
            new Dirt("fullName", " Nguyễn Văn An", "text.stray-space"),
            new Dirt("fullName", "NguyÔn V¨n An", "text.character-not-allowed"),
            new Dirt("category", "Công chức", "import.value-not-allowed"),
            new Dirt("birthDate", "29/02/1980", "import.date-malformed"),
            new Dirt("birthDate", "1981-02-29", "import.date-impossible"),
            new Dirt("birthDate", "2021-01-01", "officer.birth-date-late"),
            new Dirt("unitCode", "H26.ZZZZ.9", "import.unit-code-unknown"),
            new Dirt("unitCode", "Sở Nội vụ", "unit.code-malformed"),
            new Dirt("position", "Head", "import.value-not-allowed"),
            new Dirt("title", "@cmd", "import.formula"),
            new Dirt("leader", "TRUE", "import.value-not-allowed"),
            new Dirt("validFrom", "2020-02-30", "import.date-impossible"),
            new Dirt("decisionNumber", "", "import.cell-empty"),
            new Dirt("sex", "Nữ", "import.value-not-allowed"),
            new Dirt("personalNumber", "00118090000", "officer.number-malformed"));

    /** Writes the file and tells its wrong rows in order. */
    public List<Expected> write(int count, OfficerColumns columns, Appendable out) {
        var random = new Random(SEED);
        var csv = new CsvText(out, columns.names());
        var expected = new ArrayList<Expected>();
        var rows = officers.stream(count).iterator();
        var before = "";
        for (var index = 1; rows.hasNext(); index += ONE_IN) {
            // Never the first of its hundred: the row before it must be there and right.
            var wrong = index + 1 + random.nextInt(ONE_IN - 1);
            for (var each = index; each < index + ONE_IN && rows.hasNext(); each++) {
                var cells = Arrays.stream(columns.cells(rows.next()))
                        .map(String::valueOf)
                        .toArray(String[]::new);
                if (each == wrong) {
                    expected.add(spoil(csv, columns, cells, each, before, random));
                } else {
                    csv.row((Object[]) cells);
                }
                before = cells[0];
            }
        }
        return List.copyOf(expected);
    }

    private static Expected spoil(
            CsvText csv, OfficerColumns columns, String[] cells, int index, String before, RandomGenerator random) {
        var values = VALUES.stream()
                .filter(dirt -> columns.names().contains(dirt.column()))
                .toList();
        var kind = random.nextInt(values.size() + 3);
        if (kind == values.size()) {
            csv.row((Object[]) Arrays.copyOf(cells, cells.length - 1));
            return new Expected(index, cell(cells.length - 1, index), "import.too-few-cells");
        }
        if (kind == values.size() + 1) {
            csv.row(Arrays.copyOf(cells, cells.length + 1, Object[].class));
            return new Expected(index, cell(cells.length, index), "import.too-many-cells");
        }
        if (kind == values.size() + 2) {
            csv.line(Arrays.stream(cells).skip(1).collect(Collectors.joining(",", "\"CB\" 1,", "")));
            return new Expected(index, cell(0, index), "import.quote-broken");
        }
        var dirt = values.get(kind);
        var column = columns.names().indexOf(dirt.column());
        var changed = cells.clone();
        changed[column] = switch (dirt.code()) {
            case "import.code-twice-in-file" -> before;
            // Each its own, or the second would be refused as a code that stands in the file twice.
            case "officer.code-malformed" -> cells[column].toLowerCase(Locale.ROOT);
            default -> dirt.value();
        };
        csv.row((Object[]) changed);
        return new Expected(index, cell(column, index), dirt.code());
    }

    private static String cell(int column, int index) {
        return (char) ('A' + column) + String.valueOf(index + 1);
    }
}
