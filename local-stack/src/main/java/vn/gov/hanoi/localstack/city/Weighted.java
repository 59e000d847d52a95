package vn.gov.hanoi.localstack.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Picks texts as often as their weights say. */
final class Weighted {
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> bounds = new ArrayList<>();
    private final int total;

    Weighted(Map<String, Integer> weights) {
        var sum = 0;
        for (var entry : weights.entrySet()) {
            sum = Math.addExact(sum, entry.getValue());
            texts.add(entry.getKey());
            bounds.add(sum);
        }
        this.total = sum;
    }

    String pick(RandomGenerator random) {
        var point = random.nextInt(total);
        var index = 0;
        while (bounds.get(index) <= point) {
            index++;
        }
        return texts.get(index);
    }
}
