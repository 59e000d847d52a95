package vn.gov.hanoi.kernel.table;

import java.util.regex.Pattern;

/** Headings of columns: words for people, then in brackets the name that programs know. */
public final class Headings {
    private static final Pattern HEADING = Pattern.compile(".* \\[([A-Za-z0-9_.]{1,60})]");

    private Headings() {}

    public static String of(String words, String name) {
        return words + " [" + name + "]";
    }

    /** The name of the column behind the words of a heading; a heading without words is the name. */
    public static String name(String heading) {
        var found = HEADING.matcher(heading);
        return found.matches() ? found.group(1) : heading;
    }
}
