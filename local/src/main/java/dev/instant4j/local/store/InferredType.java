package dev.instant4j.local.store;

import java.util.Arrays;
import java.util.List;

/** A kind of value that has been seen under an attr. */
public enum InferredType {
    NUMBER(1),
    STRING(2),
    BOOLEAN(4),
    JSON(8);

    private final long bit;

    InferredType(long bit) {
        this.bit = bit;
    }

    /** Returns the types of a set kept as a number. */
    static List<InferredType> ofBits(long bits) {
        return Arrays.stream(values()).filter(type -> (bits & type.bit) != 0).toList();
    }

    long bit() {
        return bit;
    }
}
