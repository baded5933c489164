package dev.instant4j.admin;

import java.util.List;

/**
 * Writes that happen all or not at all.
 *
 * @param writes in the order in which they happen
 * @param isStrict whether an attr that the schema does not have is refused; otherwise it is made, optional and untyped
 */
public record Transaction(List<Write> writes, boolean isStrict) {

    public Transaction {
        writes = List.copyOf(writes);
    }

    /** Returns a transaction that makes missing attrs. */
    public static Transaction of(Write... writes) {
        return new Transaction(List.of(writes), false);
    }

    /** Returns a transaction that makes missing attrs. */
    public static Transaction of(List<? extends Write> writes) {
        return new Transaction(List.copyOf(writes), false);
    }

    /** Returns this transaction as one that is refused if the schema lacks an attr. */
    public Transaction strict() {
        return new Transaction(writes, true);
    }

    /**
     * Tells whether doing it twice leads to where doing it once does: nothing must be new or exist before, and every
     * entity is named by its id.
     */
    public boolean isRepeatable() {
        return writes.stream().allMatch(Transaction::isRepeatable);
    }

    private static boolean isRepeatable(Write write) {
        return write.target() instanceof EntityId && !(write instanceof Write.Create) && !demandsExistence(write);
    }

    private static boolean demandsExistence(Write write) {
        if (write instanceof Write.Update update) {
            return !update.createsMissing();
        }
        return write instanceof Write.Merge merge && !merge.createsMissing();
    }
}
