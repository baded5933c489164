package dev.instant4j.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attr as a platform has it, or is to have it: of an entity, or a link with two names.
 *
 * @param id made by whoever added it
 * @param forward its name
 * @param reverse the name of the other end; null unless it is a link
 * @param valueType blob, or ref for a link
 * @param has how many values an entity has; one for blobs
 * @param isUnique whether a value occurs once only; for a link: whether its reverse end has one
 * @param isIndexed whether queries can look it up
 * @param isRequired whether every entity of the forward name must have a value
 * @param checkedType the enforced type of its values; null if any goes
 * @param inferredTypes the kinds of values seen so far, in the platform's words and no order
 * @param isSystem whether it belongs to the catalog that every app shares and nobody changes
 * @param onDelete what happens to forward entities when the reverse one is deleted; null: nothing
 * @param onDeleteReverse what happens to reverse entities when the forward one is deleted; null: nothing
 * @param running what jobs are busy with right now
 */
public record StoredAttr(
        AttrId id,
        Ident forward,
        @Nullable Ident reverse,
        ValueType valueType,
        Has has,
        boolean isUnique,
        boolean isIndexed,
        boolean isRequired,
        @Nullable DataType checkedType,
        List<String> inferredTypes,
        boolean isSystem,
        @Nullable OnDelete onDelete,
        @Nullable OnDelete onDeleteReverse,
        Running running) {

    public StoredAttr {
        inferredTypes = List.copyOf(inferredTypes);
    }

    /**
     * The jobs that are changing an attr.
     *
     * @param isIndexing whether an index is being made or removed
     * @param isSettingUnique whether uniqueness is being made or removed
     * @param isCheckingType whether a type is being checked or removed
     */
    public record Running(boolean isIndexing, boolean isSettingUnique, boolean isCheckingType) {
        /** No job runs. */
        public static final Running NOTHING = new Running(false, false, false);
    }

    /** Returns the entity and label it goes by. */
    public AttrName name() {
        return forward.name();
    }

    /** Tells whether it links entities, rather than hold values. */
    public boolean isLink() {
        return valueType == ValueType.REF;
    }

    /** Returns this attr without what passes by itself: types seen in data and jobs that run. */
    public StoredAttr settled() {
        return new StoredAttr(
                id,
                forward,
                reverse,
                valueType,
                has,
                isUnique,
                isIndexed,
                isRequired,
                checkedType,
                List.of(),
                isSystem,
                onDelete,
                onDeleteReverse,
                Running.NOTHING);
    }
}
