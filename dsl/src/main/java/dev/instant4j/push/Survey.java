package dev.instant4j.push;

import dev.instant4j.model.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a preflight has found in the data of an app.
 *
 * @param affected what a push would fail on, or lose
 * @param unchecked what could not be looked at, each with the reason
 */
public record Survey(List<Affected> affected, List<Finding> unchecked) {
    /** Of a plan that neither checks nor deletes data. */
    public static final Survey NOTHING = new Survey(List.of(), List.of());

    public Survey {
        affected = List.copyOf(affected);
        unchecked = List.copyOf(unchecked);
    }

    /** Returns all of it as findings, without any value. */
    public List<Finding> findings() {
        return Stream.concat(affected.stream().map(Affected::finding), unchecked.stream())
                .toList();
    }

    Survey and(Survey more) {
        return new Survey(
                Stream.concat(affected.stream(), more.affected.stream()).toList(),
                Stream.concat(unchecked.stream(), more.unchecked.stream()).toList());
    }
}
