package vn.gov.hanoi.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.gov.hanoi.benchmarks.directory.DirectoryBench;

/** {@code ./congvu bench directory [--officers N] [--requests N]}. */
public final class Main {
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        var words = List.of(arguments);
        try {
            if (words.isEmpty() || !words.getFirst().equals("directory")) {
                throw new IllegalArgumentException("benchmarks: directory");
            }
            new DirectoryBench(out, number(words, "--officers", 161_000), number(words, "--requests", 2_000)).run();
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(MISUSED);
        }
    }

    private static int number(List<String> words, String name, int otherwise) {
        var place = words.indexOf(name);
        if (place < 0) {
            return otherwise;
        }
        if (place + 1 == words.size() || !words.get(place + 1).matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(name + " takes a number");
        }
        return Integer.parseInt(words.get(place + 1));
    }
}
