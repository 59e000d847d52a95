package vn.gov.hanoi.localstack.city;

import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Loads the City of 2020 into a running suite: units and officers as an.nguyen, the training plan as binh.tran, vacancies as chi.le.
 * It may be cut off and started again at any point: every command carries a key made from its content, and what exists is left alone.
 */
public final class CityLoader {
    private static final long SEED = 2020;
    /** About 5 MiB a file, far below the 64 MiB that an import may have. */
    private static final int ROWS_PER_FILE = 40_000;

    private final URI gateway;
    private final TokenCache tokens;
    private final Consumer<String> progress;
    private final Pause pause;

    /**
     * A loader for one suite.
     *
     * @param gateway base address of the gateway, such as http://localhost:8080
     * @param tokens access tokens of the three users
     * @param progress takes one line of text at a time, for a person to read
     */
    public CityLoader(URI gateway, TokenSource tokens, Consumer<String> progress) {
        this(gateway, tokens, progress, Pause::sleep);
    }

    CityLoader(URI gateway, TokenSource tokens, Consumer<String> progress, Pause pause) {
        this.gateway = gateway;
        this.tokens = new TokenCache(tokens);
        this.progress = progress;
        this.pause = pause;
    }

    /**
     * Brings the suite to the state of the files and returns when all of it is stored.
     *
     * @param officers number of synthetic officers, 0 to 161,000; with fewer than there are units some units have no head
     * @throws LoadFailed at the first refusal or failed row; what was stored until then stays, and a new load continues
     */
    public LoadReport load(int officers) {
        var city = City2020.read();
        var units = new UnitRows(city);
        var directory = new DirectoryImport(suite("an.nguyen"), pause, progress);
        var unitCounts = directory.load("units", "UNITS", "ATOMIC", units.csv());
        var officerCounts = loadOfficers(directory, new OfficerRows(city, SEED), officers);

        var plan = new PlanAssignment(suite("binh.tran")).assign(city.plan());
        progress.accept("training plan " + city.plan().year() + (plan.created() ? ": assigned" : ": there already"));

        var vacancies = new VacancyCalls(suite("chi.le"), units);
        vacancies.call(city.vacancies());
        progress.accept("vacancies: " + vacancies.created() + " new, " + vacancies.announced() + " announced");
        return new LoadReport(
                unitCounts, officerCounts, plan.planId(), plan.created(), vacancies.created(), vacancies.announced());
    }

    private ImportCounts loadOfficers(DirectoryImport directory, OfficerRows rows, int officers) {
        var files = Math.ceilDiv(officers, ROWS_PER_FILE);
        var counts = ImportCounts.NONE;
        var file = 0;
        for (var csv : (Iterable<String>) rows.csvFiles(officers, ROWS_PER_FILE, OfficerColumns.REQUIRED)::iterator) {
            file++;
            var step = files == 1 ? "officers" : String.format(Locale.ROOT, "officers, file %d of %d", file, files);
            counts = counts.plus(directory.load(step, "OFFICERS", "PARTIAL", csv));
        }
        return counts;
    }

    private Suite suite(String user) {
        return new Suite(gateway, tokens, user, pause);
    }
}
