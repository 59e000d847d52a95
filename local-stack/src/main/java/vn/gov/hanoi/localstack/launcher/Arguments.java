package vn.gov.hanoi.localstack.launcher;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the person typed.
 *
 * @param officers synthetic officers to load, 0-161000
 * @param load whether {@code up} loads the city when it was not loaded yet
 * @param wipe whether {@code down} also forgets the data
 * @param word the user of {@code token}, the id of {@code trace}; else empty
 */
record Arguments(Command command, int officers, boolean load, boolean wipe, String word) {
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final int DEFAULT_OFFICERS = 3_000;
    private static final int WHOLE_CITY = 161_000;

    enum Command {
        UP,
        DOWN,
        STATUS,
        DOCTOR,
        LOAD,
        TOKEN,
        TRACE
    }

    /** The command line cannot be understood; the message says how it should look. */
    static final class Misused extends RuntimeException {
        Misused(String message) {
            super(message, null, false, false);
        }
    }

    static Arguments parse(List<String> words) {
        var command = command(words);
        int officers = DEFAULT_OFFICERS;
        boolean load = true;
        boolean wipe = false;
        var name = "";
        for (int i = 1; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("--officers")
                    && (command == Command.UP || command == Command.LOAD)
                    && i + 1 < words.size()) {
                officers = number(words.get(++i));
            } else if (word.equals("--no-load") && command == Command.UP) {
                load = false;
            } else if (word.equals("--wipe") && command == Command.DOWN) {
                wipe = true;
            } else if (takesName(command) && name.isEmpty() && !word.startsWith("-")) {
                name = word;
            } else {
                throw new Misused("%s does not take %s".formatted(words.getFirst(), word));
            }
        }
        if (command == Command.TRACE && !TRACE_ID.matcher(name).matches()) {
            throw new Misused("trace takes the Trace-Id of an answer: 32 hexadecimal digits");
        }
        if (command == Command.TOKEN
                && DemoUser.all().stream().map(DemoUser::username).noneMatch(name::equals)) {
            throw new Misused("token takes one of "
                    + DemoUser.all().stream().map(DemoUser::username).toList());
        }
        return new Arguments(command, officers, load, wipe, name);
    }

    private static boolean takesName(Command command) {
        return command == Command.TOKEN || command == Command.TRACE;
    }

    private static Command command(List<String> words) {
        try {
            return Command.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException | java.util.NoSuchElementException _) {
            throw new Misused(
                    "commands: up [--officers N] [--no-load], down [--wipe], status, doctor, load [--officers N], token USER, trace ID");
        }
    }

    private static int number(String word) {
        try {
            int number = Integer.parseInt(word);
            if (number >= 0 && number <= WHOLE_CITY) {
                return number;
            }
        } catch (NumberFormatException _) {
            // the same answer as for a number out of range
        }
        throw new Misused("--officers takes a number from 0 to " + WHOLE_CITY);
    }
}
