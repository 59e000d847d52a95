package vn.gov.hanoi.evaluation.officer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A personal number as it is stored. Two of the same number are equal, although each is sealed differently. */
final class SealedNumber {
    private final byte[] sealed;
    private final byte[] index;

    /**
     * @param sealed for its officer alone
     * @param index the same for the same number
     */
    SealedNumber(byte[] sealed, byte[] index) {
        this.sealed = sealed.clone();
        this.index = index.clone();
    }

    byte[] sealed() {
        return sealed.clone();
    }

    byte[] index() {
        return index.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedNumber that && Arrays.equals(index, that.index);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(index);
    }

    @Override
    public String toString() {
        return "SealedNumber";
    }
}
