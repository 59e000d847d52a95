package vn.gov.hanoi.localstack.city;

import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes full names in the Vietnamese order family, middle, given; parts are as frequent as in names.json. */
final class NamePool {
    private final Weighted family;
    private final Weighted maleMiddle;
    private final Weighted maleGiven;
    private final Weighted femaleMiddle;
    private final Weighted femaleGiven;

    private NamePool(NamesFile file) {
        this.family = new Weighted(file.family());
        this.maleMiddle = new Weighted(file.maleMiddle());
        this.maleGiven = new Weighted(file.maleGiven());
        this.femaleMiddle = new Weighted(file.femaleMiddle());
        this.femaleGiven = new Weighted(file.femaleGiven());
    }

    static NamePool read() {
        return new NamePool(CityFiles.read("names.json", NamesFile.class));
    }

    String name(OfficerRow.Sex sex, RandomGenerator random) {
        var female = sex == OfficerRow.Sex.FEMALE;
        var middle = (female ? femaleMiddle : maleMiddle).pick(random);
        var given = (female ? femaleGiven : maleGiven).pick(random);
        // Nobody is called Minh Minh or Thị Thu Thu.
        while (middle.endsWith(given)) {
            given = (female ? femaleGiven : maleGiven).pick(random);
        }
        return family.pick(random) + " " + middle + " " + given;
    }

    private record NamesFile(
            Map<String, Integer> family,
            Map<String, Integer> maleMiddle,
            Map<String, Integer> maleGiven,
            Map<String, Integer> femaleMiddle,
            Map<String, Integer> femaleGiven) {}
}
