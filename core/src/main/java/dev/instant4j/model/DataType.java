package dev.instant4j.model;

import java.util.Optional;

/** What kind of value an attr holds. */
public enum DataType {
    STRING(true),
    NUMBER(true),
    BOOLEAN(true),
    /** A point in time: epoch milliseconds or a date text. */
    DATE(true),
    /** Any JSON value, as {@link #ANY}; the two differ in generated code only. */
    JSON(false),
    ANY(false);

    private final boolean isChecked;

    DataType(boolean isChecked) {
        this.isChecked = isChecked;
    }

    /** Returns this type if a platform enforces it, else empty: it stores values of {@link #JSON} and {@link #ANY} as they come. */
    public Optional<DataType> checked() {
        return isChecked ? Optional.of(this) : Optional.empty();
    }
}
