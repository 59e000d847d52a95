package vn.gov.hanoi.training.reorganisation;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How what a unit holds is divided among its successors, as it is written down.
 *
 * @param remainder what becomes of đồng and places that shares do not divide
 * @param mark LAW, SECONDARY or ASSUMED
 * @param legalCheck true until a lawyer has confirmed it
 */
record MoveRules(String id, int version, String legalBasis, String mark, boolean legalCheck, Remainder remainder) {
    /** What is in force. */
    static final MoveRules SHIPPED = read("/plans/MOVE-RULES.yaml");

    private static final int SCALE = 40;

    /** Who gets what is left after everybody got the whole part of the share. */
    enum Remainder {
        /** One each to those with the largest fractions; of equal ones to the earlier. */
        LARGEST_FRACTION,
        /** All of it to the first, who has the greatest share. */
        GREATEST_SHARE
    }

    /**
     * Divides a whole number; the parts make it up exactly.
     *
     * @param amount from 0
     * @param weights the greatest first, not all 0; they need not make 1
     * @return a part for each weight, in the same order, from 0
     */
    List<Long> divide(long amount, List<BigDecimal> weights) {
        var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var whole = BigDecimal.valueOf(amount);
        var parts = new ArrayList<Long>();
        var fractions = new ArrayList<BigDecimal>();
        for (var weight : weights) {
            var exact = whole.multiply(weight).divide(total, SCALE, RoundingMode.DOWN);
            BigInteger part = exact.toBigInteger();
            parts.add(part.longValueExact());
            fractions.add(exact.subtract(new BigDecimal(part)));
        }
        long left = amount - parts.stream().mapToLong(Long::longValue).sum();
        switch (remainder) {
            case GREATEST_SHARE -> parts.set(0, parts.getFirst() + left);
            case LARGEST_FRACTION ->
                IntStream.range(0, parts.size())
                        .boxed()
                        .sorted(Comparator.<Integer, BigDecimal>comparing(fractions::get)
                                .reversed())
                        .limit(left)
                        .forEach(i -> parts.set(i, parts.get(i) + 1));
        }
        return List.copyOf(parts);
    }

    private static MoveRules read(String file) {
        var yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var text = Objects.requireNonNull(MoveRules.class.getResourceAsStream(file), file)) {
            return yaml.readValue(text, MoveRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
