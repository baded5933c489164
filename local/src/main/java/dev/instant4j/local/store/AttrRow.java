package dev.instant4j.local.store;

import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import dev.instant4j.model.StoredAttr.Running;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attr as it is kept. Words that a platform does not check are kept as they came.
 *
 * @param forward its name
 * @param reverse the name of its other end; null unless it has one
 * @param valueType blob or ref
 * @param cardinality one or many
 * @param constraints what its values must be
 * @param onDelete cascade or null
 * @param onDeleteReverse cascade or null
 * @param inferredTypes what kinds of values were seen
 * @param running what jobs are busy with
 * @param deletion null while it lives
 */
public record AttrRow(
        UUID id,
        Ident forward,
        @Nullable Ident reverse,
        String valueType,
        String cardinality,
        Constraints constraints,
        @Nullable String onDelete,
        @Nullable String onDeleteReverse,
        List<InferredType> inferredTypes,
        Running running,
        @Nullable Deletion deletion) {
    public static final String CASCADE = "cascade";

    /**
     * What the values of an attr must be.
     *
     * @param checkedDataType string, number, boolean or date; null: anything
     */
    public record Constraints(
            boolean isUnique,
            boolean isIndexed,
            boolean isRequired,
            @Nullable String checkedDataType) {

        public Constraints withUnique(boolean unique) {
            return new Constraints(unique, isIndexed, isRequired, checkedDataType);
        }

        public Constraints withIndexed(boolean indexed) {
            return new Constraints(isUnique, indexed, isRequired, checkedDataType);
        }

        public Constraints withRequired(boolean required) {
            return new Constraints(isUnique, isIndexed, required, checkedDataType);
        }

        public Constraints withCheckedDataType(@Nullable String type) {
            return new Constraints(isUnique, isIndexed, isRequired, type);
        }
    }

    /**
     * That an attr was deleted.
     *
     * @param markedAt epoch milliseconds
     * @param metadata JSON text: what it was before
     */
    public record Deletion(long markedAt, String metadata) {}

    public boolean isLink() {
        return valueType.equals("ref");
    }

    /** Tells whether an entity has one value at most. */
    public boolean hasOne() {
        return cardinality.equals("one");
    }

    /** Returns the name it goes by. */
    public AttrName name() {
        return forward.name();
    }

    public AttrRow withConstraints(Constraints changed) {
        return new AttrRow(
                id,
                forward,
                reverse,
                valueType,
                cardinality,
                changed,
                onDelete,
                onDeleteReverse,
                inferredTypes,
                running,
                deletion);
    }

    public AttrRow withRunning(Running changed) {
        return new AttrRow(
                id,
                forward,
                reverse,
                valueType,
                cardinality,
                constraints,
                onDelete,
                onDeleteReverse,
                inferredTypes,
                changed,
                deletion);
    }
}
