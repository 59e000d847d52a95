package vn.gov.hanoi.localstack.defence;

import java.util.regex.Pattern;

/** What a failed test says, on one line of a table. */
final class Failure {
    private static final int LONGEST = 110;

    private Failure() {}

    /** Place in the test, and the first words of the reason. */
    static String line(String testClass, String trace) {
        var name = testClass.substring(testClass.lastIndexOf('.') + 1);
        var place = Pattern.compile("\\((\\w+\\.java:\\d+)\\)").matcher(trace);
        var at = name;
        while (place.find()) {
            if (place.group(1).startsWith(name + ".") || at.equals(name)) {
                at = place.group(1);
            }
        }
        var reason = trace.split("\\R\\s+at ", 2)[0]
                .replaceFirst("^[\\w.]*(AssertionFailedError|AssertionError): ?", "")
                .replaceAll("[|`<>]", "")
                .replaceAll("\\s+", " ")
                .strip();
        return at + " " + (reason.length() > LONGEST ? reason.substring(0, LONGEST) + "..." : reason);
    }
}
