package vn.gov.hanoi.localstack.defence;

import java.nio.file.Path;

/**
 * One line of defence, how it is taken out, and the test that must notice.
 *
 * @param id attack and place, for example {@code A15-gateway}
 * @param file where it stands, below the project
 * @param text what stands there, exactly once
 * @param off what stands there when the defence is off; may be empty
 * @param test class, with package, and method: {@code vn.gov.hanoi.X#y}; the whole class without a method
 */
public record Defence(String id, Path file, String text, String off, String test) {
    String module() {
        return file.getName(0).toString();
    }

    String testClass() {
        return test.split("#", 2)[0];
    }

    String testMethod() {
        return test.contains("#") ? test.split("#", 2)[1] : "";
    }

    /** Name of the test class without its package. */
    String testName() {
        return testClass().substring(testClass().lastIndexOf('.') + 1);
    }

    /** The whole file without the defence. */
    String takenOutOf(String source) {
        int at = source.indexOf(text);
        if (at < 0 || source.indexOf(text, at + 1) >= 0) {
            throw new IllegalArgumentException(id + ": not exactly once in " + file + ": " + text);
        }
        return source.substring(0, at) + off + source.substring(at + text.length());
    }
}
