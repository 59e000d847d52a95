package vn.gov.hanoi.evaluation.quota;

/**
 * People of a group that a share is taken of.
 *
 * @param rated all with a grade; who is not rated is left out
 * @param goodOrBetter those of them who reach "hoàn thành tốt" or better; 0..rated
 */
record Headcount(int rated, int goodOrBetter) {
    Headcount {
        if (goodOrBetter < 0 || goodOrBetter > rated) {
            throw new IllegalArgumentException("%d of %d".formatted(goodOrBetter, rated));
        }
    }
}
