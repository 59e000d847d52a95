package vn.gov.hanoi.evaluation.imports;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An empty file with the right columns, perhaps with what is known of its rows.
 *
 * @param columns in their order
 * @param rows cells of the first columns; those behind are for whoever fills the file
 */
public record ImportTemplate(List<Column> columns, List<List<String>> rows) {
    /** Words for people, then the name of the column as the import knows it. */
    private static final Pattern HEADING = Pattern.compile(".* \\[([A-Za-z0-9_.]{1,60})]");

    /**
     * A column.
     *
     * @param given whether its cells are filled in and stay as they are
     */
    public record Column(String heading, boolean given) {
        /** A column that says in words what it is. */
        public static Column of(String words, String name, boolean given) {
            return new Column(words + " [" + name + "]", given);
        }
    }

    static ImportTemplate plain(List<String> columns) {
        return new ImportTemplate(
                columns.stream().map(name -> new Column(name, false)).toList(), List.of());
    }

    /** The name of the column behind the words of a heading; a heading without words is the name. */
    static String column(String heading) {
        var found = HEADING.matcher(heading);
        return found.matches() ? found.group(1) : heading;
    }

    List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    /** Places of the given columns, from 0. */
    Set<Integer> given() {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).given())
                .boxed()
                .collect(Collectors.toSet());
    }
}
