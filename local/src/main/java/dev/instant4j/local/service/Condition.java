package dev.instant4j.local.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of an entity that a query finds. */
sealed interface Condition {

    /** All of them hold. */
    record And(List<Condition> conditions) implements Condition {}

    /** One of them holds at least. */
    record Or(List<Condition> conditions) implements Condition {}

    /**
     * A value at the end of a path is as wanted.
     *
     * @param path labels of links, then of an attr
     * @param said the value with its operator, as it was given
     * @param in the keys that lead to it from the query
     */
    record Match(
            List<String> path,
            Operator operator,
            @Nullable Object value,
            @Nullable Object said,
            List<String> in) implements Condition {}

    /** How a value is compared. */
    enum Operator {
        EQUAL,
        IN,
        NOT,
        IS_NULL,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        LIKE,
        ILIKE;

        static @Nullable Operator ofWord(String word) {
            return switch (word) {
                case "$in", "in" -> IN;
                case "$not", "$ne" -> NOT;
                case "$isNull" -> IS_NULL;
                case "$gt" -> GREATER;
                case "$gte" -> GREATER_OR_EQUAL;
                case "$lt" -> LESS;
                case "$lte" -> LESS_OR_EQUAL;
                case "$like" -> LIKE;
                case "$ilike" -> ILIKE;
                default -> null;
            };
        }

        boolean isLike() {
            return this == LIKE || this == ILIKE;
        }

        /** Tells whether it asks for an order of values, or a part of a text. */
        boolean isComparison() {
            return compareTo(GREATER) >= 0;
        }
    }
}
